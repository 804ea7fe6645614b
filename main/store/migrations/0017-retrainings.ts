import type { Migration } from '../migrate.ts'

export const retrainings: Migration = {
  name: 'which ensemble was trained again from verdicts',
  sql: `
    -- relabelling: what the verdicts changed in what is learned from, as JSON.
    CREATE TABLE retrainings (
      ensemble_id INTEGER PRIMARY KEY REFERENCES ensembles ON DELETE CASCADE,
      before_id INTEGER NOT NULL REFERENCES ensembles ON DELETE CASCADE,
      relabelling TEXT NOT NULL,
      created TEXT NOT NULL
    ) STRICT;
    CREATE INDEX retrainings_by_before ON retrainings (before_id);
  `,
}
