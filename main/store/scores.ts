import type Database from 'better-sqlite3'
import type { Metrics, Score } from '../contract/scores.ts'
import { now } from './now.ts'
import type { ThresholdPlace } from './thresholds.ts'

/**
 * A score with its artefacts: scores (Float32 x images), the detector's fit, nearest known class (Int16 x
 * images).
 */
export interface ScoreRecord extends Score {
  membersHash: string; thresholdId: number; files: { scores: number; fit: number; nearest: number }
}

export interface NewScore extends ThresholdPlace {
  imageSetId: number; memberCount: number; images: number; flagged: number; metrics: Metrics | null
  warnings: string[]; withoutLeaks: boolean; threshold: number; scores: number; fit: number; nearest: number
}

interface Row {
  id: number; ensembleId: number; imageSetId: number; detector: string; created: string; members: number
  images: number; flagged: number; metrics: string | null; warnings: string; thresholdName: string
  value: number; rule: string; membersHash: string; thresholdId: number; withoutLeaks: number; scores: number; fit: number
  nearest: number
}

const select = `SELECT s.id, s.ensemble_id AS ensembleId, s.version_id AS imageSetId, s.detector, s.created,
  s.member_count AS members, s.images, s.flagged, s.metrics, s.warnings, t.name AS thresholdName, t.value,
  t.rule, s.members AS membersHash, t.id AS thresholdId, s.without_leaks AS withoutLeaks, s.scores_id AS scores, s.fit_id AS fit,
  s.nearest_id AS nearest
  FROM scores s JOIN thresholds t ON t.id = s.threshold_id`

/** Queries on scores. */
export type Scores = ReturnType<typeof scores>

export function scores(db: Database.Database) {
  const byId = db.prepare<[number], Row>(`${select} WHERE s.id = ?`)
  const byEnsemble = db.prepare<[number], Row>(`${select} WHERE s.ensemble_id = ? ORDER BY s.id`)
  const bySet = db.prepare<[number], Row>(`${select} WHERE s.version_id = ? ORDER BY s.id`)
  const find = db.prepare<
    unknown[],
    Row
  >(`${select} WHERE s.ensemble_id = @ensembleId AND s.version_id = @imageSetId
    AND s.detector = @detector AND s.members = @members`)
  const insert =
    db.prepare(`INSERT INTO scores (ensemble_id, version_id, detector, members, member_count, images, flagged,
    metrics, warnings, created, without_leaks, threshold_id, scores_id, fit_id, nearest_id)
    VALUES (@ensembleId, @imageSetId, @detector,
    @members, @memberCount, @images, @flagged, @metrics, @warnings, @created, @withoutLeaks,
    @threshold, @scores, @fit, @nearest)`)
  const ofPlace = db.prepare<unknown[], Row>(
    `${select} WHERE s.ensemble_id = @ensembleId AND s.detector = @detector AND s.members = @members ORDER BY s.id`)
  const flagBy = db.prepare('UPDATE scores SET threshold_id = @threshold, flagged = @flagged WHERE id = @id')
  const remove = db.prepare('DELETE FROM scores WHERE id = ?')
  const removeOfSet = db.prepare('DELETE FROM scores WHERE version_id = ?')
  const removeOfEnsemble = db.prepare('DELETE FROM scores WHERE ensemble_id = ?')
  return {
    show: (id: number) => optional(byId.get(id)),
    list: (ensembleId: number): Score[] => byEnsemble.all(ensembleId).map(score),
    ofImageSet: (imageSetId: number): ScoreRecord[] => bySet.all(imageSetId).map(recordOf),
    find: (place: ThresholdPlace & { imageSetId: number }) => optional(find.get(place)),
    /** The scores of all sets by a detector of the same members. */
    ofPlace: (place: ThresholdPlace) => ofPlace.all(place).map((row) => optional(row)!),
    /** Another threshold flags so many of its images. */
    flagBy: (id: number, threshold: number, flagged: number) => void flagBy.run({ id, threshold, flagged }),
    insert: (entry: NewScore) =>
      Number(
        insert.run({
          ...entry, metrics: entry.metrics && JSON.stringify(entry.metrics),
          warnings: JSON.stringify(entry.warnings), created: now(), withoutLeaks: entry.withoutLeaks ? 1 : 0,
        }).lastInsertRowid,
      ),
    remove: (id: number) => void remove.run(id),
    removeOfSet: (imageSetId: number) => void removeOfSet.run(imageSetId),
    removeOfEnsemble: (ensembleId: number) => void removeOfEnsemble.run(ensembleId),
  }
}

function optional(row: Row | undefined): ScoreRecord | undefined {
  return row && recordOf(row)
}

function recordOf(row: Row): ScoreRecord {
  const { membersHash, thresholdId, scores, fit, nearest } = row
  return { ...score(row), membersHash, thresholdId, files: { scores, fit, nearest } }
}

function score(row: Row): Score {
  const { id, ensembleId, imageSetId, detector, created, members, images, flagged } = row
  const threshold = { name: row.thresholdName, value: row.value, rule: row.rule }
  const metrics = row.metrics === null ? null : (JSON.parse(row.metrics) as Metrics)
  const rest = { warnings: JSON.parse(row.warnings) as string[], withoutLeaks: row.withoutLeaks === 1 }
  return {
    id, ensembleId, imageSetId, detector, created, members, images, flagged, threshold, metrics, ...rest,
  }
}
