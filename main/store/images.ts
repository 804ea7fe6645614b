import type Database from 'better-sqlite3'
import type { ImageRow, Pair, Problem } from '../contract/imageSets.ts'

/** An image of a version; its label is the class's index, its split 0 train, 1 validation, 2 test. */
export interface ImageRecord {
  position: number; path: string; label: number | null; split: number; hash: string
  width: number; height: number; group: number
}

/** Two images by position. */
export interface PairRecord { a: number; b: number; kind: Pair['kind']; distance: number; leak: boolean }

export const splitNames = ['train', 'validation', 'test'] as const

/** Rows a transaction: five to ten milliseconds of the engine's time. */
export const chunkRows = 500

export interface Page { id: number; offset: number; limit: number }

/** Queries on the images of a version; what its import found beside them is in findings.ts. */
export type Images = ReturnType<typeof images>

export function images(db: Database.Database) {
  return { ...reads(db), ...writes(db) }
}

function reads(db: Database.Database) {
  const columns = 'position, path, label, split, hash, width, height, "group"'
  const rows = db.prepare<Page, ImageRecord>(`SELECT ${columns} FROM images
    WHERE version_id = @id AND position >= @offset ORDER BY position LIMIT @limit`)
  const one = db.prepare<[number, number], ImageRecord>(
    `SELECT ${columns} FROM images WHERE version_id = ? AND position = ?`,
  )
  const leaking = db
    .prepare<[{ id: number }], number>(
      `SELECT i.position FROM pairs p JOIN images i
    ON i.version_id = p.version_id AND i.position IN (p.a, p.b)
    WHERE p.version_id = @id AND p.leak = 1 AND i.split = 2`,
    )
    .pluck()
  const splits = db.prepare<unknown[], { position: number; split: number | null }>(`SELECT i.position,
    (SELECT min(o.split) FROM images o WHERE o.version_id = @other AND o.hash = i.hash) AS split
    FROM images i WHERE i.version_id = @id AND i.position >= @offset ORDER BY i.position LIMIT @limit`)
  const byPath = db.prepare<unknown[], { path: string; hash: string }>(`SELECT path, hash FROM images
    WHERE version_id = ? AND path IN (SELECT value FROM json_each(?))`)
  const withHash = db.prepare<[number, string], number>(
    'SELECT 1 FROM images WHERE version_id = ? AND hash = ? LIMIT 1',
  ).pluck()
  const ofGroup = db.prepare<unknown[], ImageRecord>(`SELECT ${columns} FROM images
    WHERE version_id = ? AND "group" = ? ORDER BY position LIMIT ?`)
  const groups = db.prepare<[number], number>('SELECT "group" FROM images WHERE version_id = ? ORDER BY position').pluck()
  const trainingGroups = db.prepare<[number], { label: number; groups: number }>(`SELECT label,
    count(DISTINCT "group") AS groups FROM images WHERE version_id = ? AND split = 0 AND label IS NOT NULL GROUP BY label`)
  return {
    /** Positions run from 0 without a gap, so a page is a range of positions. */
    page: (page: Page) => rows.all(page),
    at: (id: number, position: number) => one.get(id, position),
    /** The contents of the images with these paths, as far as there are some. */
    hashesByPath: (id: number, paths: string[]) =>
      new Map(byPath.all(id, JSON.stringify(paths)).map(({ path, hash }) => [path, hash])),
    hasHash: (id: number, hash: string) => withHash.get(id, hash) !== undefined,
    /** The positions of test images that are (nearly) the same as an image of another split. */
    leakingTests: (id: number) => leaking.all({ id }),
    /** The images of a group of near-duplicates, at most so many. */
    ofGroup: (id: number, group: number, most: number) => ofGroup.all(id, group, most),
    /** The group of near-duplicates of each image, by position. */
    groups: (id: number) => Int32Array.from(groups.all(id)),
    /** By label, how many groups of near-duplicates its training images are. */
    trainingGroups: (id: number) => new Map(trainingGroups.all(id).map(({ label, groups }) => [label, groups])),
    /** In which split of another version each image of this one lies, by its content; null where in none. */
    splitsElsewhere: (page: Page, other: number) => splits.all({ ...page, other }),
  }
}

function writes(db: Database.Database) {
  const image =
    db.prepare(`INSERT INTO images (version_id, position, path, label, split, hash, width, height, "group")
    VALUES (@id, @position, @path, @label, @split, @hash, @width, @height, @group)`)
  const problem = db.prepare('INSERT INTO problems VALUES (@id, @number, @path, @code, @message)')
  const pair = db.prepare('INSERT INTO pairs VALUES (@id, @number, @a, @b, @kind, @distance, @leak)')
  const all = (write: (index: number) => void, count: number) => db.transaction(() => {
    for (let i = 0; i < count; i++) write(i)
  }).immediate()
  const remove = ['images', 'problems', 'pairs'].map((table) => {
    const place = table === 'images' ? 'position' : 'number'
    return db.prepare(`DELETE FROM ${table} WHERE version_id = @id AND ${place} IN
      (SELECT ${place} FROM ${table} WHERE version_id = @id LIMIT @limit)`)
  })
  return {
    insertImages: (id: number, rows: ImageRecord[]) => all((i) => image.run({ ...rows[i], id }), rows.length),
    insertProblems: (id: number, first: number, rows: Problem[]) =>
      all((i) => problem.run({ ...rows[i], id, number: first + i }), rows.length),
    insertPairs: (id: number, first: number, rows: PairRecord[]) =>
      all((i) => pair.run({ ...rows[i], leak: rows[i].leak ? 1 : 0, id, number: first + i }), rows.length),
    /** Removes some of a version's rows. @returns how many went: none when all are gone */
    removeSome: (id: number, limit: number) =>
      remove.reduce((gone, one) => gone || one.run({ id, limit }).changes, 0),
  }
}

/** A record as the contract has it, with its class by name. */
export function imageRow(record: ImageRecord, classes: string[]): ImageRow {
  const label = record.label === null ? null : classes[record.label]
  return { ...record, label, split: splitNames[record.split] }
}
