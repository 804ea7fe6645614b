import type Database from 'better-sqlite3'
import type { FindingCounts } from '../contract/images.ts'
import type { Pair, PairFilter, Problem } from '../contract/imageSets.ts'
import { type ImageRecord, type Page, type PairRecord, splitNames } from './images.ts'

/** A pair as one of its images sees it. */
export type PairedWith = Pick<PairRecord, 'kind' | 'distance' | 'leak'> & { other: number }

type Side = Pick<ImageRecord, 'position' | 'label' | 'split' | 'width' | 'height'>
type SideRow<S extends string> = { [K in keyof Side as `${S}${Capitalize<K>}`]: Side[K] }
type PairRow = Omit<Pair, 'leak' | 'images'> & { leak: number } & SideRow<'x'> & SideRow<'y'>

const side = (name: 'x' | 'y') => ['position', 'label', 'split', 'width', 'height']
  .map((column) => `${name}.${column} AS ${name}${column[0].toUpperCase()}${column.slice(1)}`).join(', ')
const joined = `pairs p JOIN images x ON x.version_id = p.version_id AND x.position = p.a
  JOIN images y ON y.version_id = p.version_id AND y.position = p.b`

/** Numbers run from 0 without a gap: a page of all pairs is a range of them, and only others are counted off. */
const where: Record<PairFilter, string> = {
  all: 'AND p.number >= @offset ORDER BY p.number LIMIT @limit',
  leaks: 'AND p.leak = 1 ORDER BY p.number LIMIT @limit OFFSET @offset',
  classes: 'AND x.label IS NOT y.label ORDER BY p.number LIMIT @limit OFFSET @offset',
}

/** Queries on what an import found: files that are no images, and images that are alike. */
export type Findings = ReturnType<typeof findings>

export function findings(db: Database.Database) {
  const copies = [
    db.prepare(`INSERT INTO problems SELECT @to, number, path, code, message FROM problems WHERE version_id = @from`),
    db.prepare(`INSERT INTO pairs SELECT @to, p.number, p.a, p.b, p.kind, p.distance, x.split <> y.split FROM pairs p
      JOIN images x ON x.version_id = @to AND x.position = p.a JOIN images y ON y.version_id = @to AND y.position = p.b
      WHERE p.version_id = @from`),
  ]
  return {
    ...problemQueries(db), ...pairQueries(db),
    /** To another version of the same images, which has its images already: it may have put some into other splits. */
    copyFindings: (from: number, to: number) => db.transaction(() => copies.forEach((copy) => copy.run({ from, to }))).immediate(),
  }
}

function problemQueries(db: Database.Database) {
  const all = db.prepare<Page, Problem>(`SELECT path, code, message FROM problems
    WHERE version_id = @id AND number >= @offset ORDER BY number LIMIT @limit`)
  const ofCode = db.prepare<Page & { code: string }, Problem>(`SELECT path, code, message FROM problems
    WHERE version_id = @id AND code = @code ORDER BY number LIMIT @limit OFFSET @offset`)
  const codes = db.prepare<[number], FindingCounts['problems'][number]>(`SELECT code, count(*) AS count FROM problems
    WHERE version_id = ? GROUP BY code ORDER BY count DESC, code`)
  return {
    problems: ({ code, ...page }: Page & { code?: string }) =>
      code === undefined ? all.all(page) : ofCode.all({ ...page, code }),
    /** How many there are of each kind, the most frequent first. */
    problemKinds: (id: number) => codes.all(id),
  }
}

function pairQueries(db: Database.Database) {
  const page = (filter: PairFilter) => db.prepare<Page, PairRow>(`SELECT x.path AS a, y.path AS b, kind, distance, leak,
    ${side('x')}, ${side('y')} FROM ${joined} WHERE p.version_id = @id ${where[filter]}`)
  const pages = { all: page('all'), leaks: page('leaks'), classes: page('classes') }
  const counts = db.prepare<[number], FindingCounts['pairs']>(`SELECT count(*) AS "all",
    count(*) FILTER (WHERE kind = 'exact') AS exact, count(*) FILTER (WHERE leak = 1) AS leaks,
    count(*) FILTER (WHERE x.label IS NOT y.label) AS classes FROM ${joined} WHERE p.version_id = ?`)
  const of = db.prepare<unknown[], Omit<PairedWith, 'leak'> & { leak: number }>(`SELECT b AS other, kind, distance, leak
    FROM pairs WHERE version_id = @id AND a = @position UNION ALL SELECT a AS other, kind, distance, leak
    FROM pairs WHERE version_id = @id AND b = @position ORDER BY distance, other LIMIT @most`)
  return {
    pairs: ({ only, ...rest }: Page & { only: PairFilter }, classes: string[]): Pair[] =>
      pages[only].all(rest).map((row) => pair(row, classes)),
    pairCounts: (id: number) => counts.get(id)!,
    /** The pairs that an image is one of, the nearest first. */
    pairsOf: (id: number, position: number, most: number): PairedWith[] =>
      of.all({ id, position, most }).map((row) => ({ ...row, leak: row.leak === 1 })),
  }
}

function pair({ a, b, kind, distance, leak, ...row }: PairRow, classes: string[]): Pair {
  const image = (position: number, label: number | null, split: number, width: number, height: number) =>
    ({ position, label: label === null ? null : classes[label], split: splitNames[split], width, height })
  return {
    a, b, kind, distance, leak: leak === 1,
    images: [
      image(row.xPosition, row.xLabel, row.xSplit, row.xWidth, row.xHeight),
      image(row.yPosition, row.yLabel, row.ySplit, row.yWidth, row.yHeight),
    ],
  }
}
