import type Database from 'better-sqlite3'
import type { LabelScores } from '../contract/labels.ts'
import { now } from './now.ts'

/**
 * Artefacts of judged labels: positions in the order of the list (Int32), and by position label scores and foreign scores
 * (Float32 x images), suggested classes (Int16) and findings (Uint8: 0 none, 1 label issue, 2 foreign).
 */
export interface LabelFiles { order: number; scores: number; foreign: number; suggested: number; findings: number }

export interface LabelRecord extends LabelScores { id: number; membersHash: string; files: LabelFiles }

export interface NewLabelScores extends Omit<LabelScores, 'created'> { membersHash: string; files: LabelFiles }

type Row = Omit<LabelRecord, 'rules' | 'files'> & LabelFiles & { rules: string }

/** Queries on what is said of labels: one record for each ensemble and its members. */
export type LabelScoresTable = ReturnType<typeof labelScores>

export function labelScores(db: Database.Database) {
  const find = db.prepare<[number, string], Row>(`SELECT id, ensemble_id AS ensembleId, members AS membersHash,
    member_count AS members, images, issues, strangers, rules, created, order_id AS "order", scores_id AS scores,
    foreign_id AS "foreign", suggested_id AS suggested, findings_id AS findings
    FROM label_scores WHERE ensemble_id = ? AND members = ?`)
  const insert = db.prepare(`INSERT INTO label_scores (ensemble_id, members, member_count, images, issues, strangers,
    rules, created, order_id, scores_id, foreign_id, suggested_id, findings_id) VALUES (@ensembleId, @membersHash,
    @members, @images, @issues, @strangers, @rules, @created, @order, @scores, @foreign, @suggested, @findings)`)
  return {
    find: (ensembleId: number, membersHash: string): LabelRecord | undefined => {
      const row = find.get(ensembleId, membersHash)
      return row && record(row)
    },
    insert: ({ files, rules, ...rest }: NewLabelScores) =>
      void insert.run({ ...rest, ...files, rules: JSON.stringify(rules), created: now() }),
  }
}

function record({ order, scores, foreign, suggested, findings, rules, ...rest }: Row): LabelRecord {
  return { ...rest, rules: JSON.parse(rules), files: { order, scores, foreign, suggested, findings } }
}
