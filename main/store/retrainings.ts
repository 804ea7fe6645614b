import type Database from 'better-sqlite3'
import type { Relabelling, RetrainingRecord } from '../contract/retraining.ts'
import { now } from './now.ts'

type Row = Omit<RetrainingRecord, 'relabelling'> & { relabelling: string }

/** Queries on which ensemble was trained again from verdicts, and what these changed. */
export type Retrainings = ReturnType<typeof retrainings>

export function retrainings(db: Database.Database) {
  const about = db.prepare<{ id: number }, Row>(`SELECT ensemble_id AS ensembleId, before_id AS beforeId, relabelling, created
    FROM retrainings WHERE ensemble_id = @id OR before_id = @id ORDER BY ensemble_id`)
  const insert = db.prepare('INSERT INTO retrainings (ensemble_id, before_id, relabelling, created) VALUES (?, ?, ?, ?)')
  return {
    /** Those that an ensemble came from, and those that came from it. */
    of: (ensembleId: number) => about.all({ id: ensembleId }).map(record),
    record: (ensembleId: number, beforeId: number, relabelling: Relabelling) =>
      void insert.run(ensembleId, beforeId, JSON.stringify(relabelling), now()),
  }
}

function record({ relabelling, ...row }: Row): RetrainingRecord {
  return { ...row, relabelling: JSON.parse(relabelling) as Relabelling }
}
