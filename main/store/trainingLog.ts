import type Database from 'better-sqlite3'
import type { TrainingLogLine } from '../contract/training.ts'

/** Queries on what happened to the trainings of ensembles; it goes with the ensemble. */
export type TrainingLog = ReturnType<typeof trainingLog>

export function trainingLog(db: Database.Database) {
  const list = db.prepare<[number], TrainingLogLine>(
    'SELECT at, member, kind, text FROM training_log WHERE ensemble_id = ? ORDER BY id')
  const insert = db.prepare(`INSERT INTO training_log (ensemble_id, at, member, kind, text)
    VALUES (@ensembleId, @at, @member, @kind, @text)`)
  return {
    of: (ensembleId: number) => list.all(ensembleId),
    add: (ensembleId: number, line: TrainingLogLine) => void insert.run({ ...line, ensembleId }),
  }
}
