import type { Migration } from '../migrate.ts'

export const trainingRecord: Migration = {
  name: 'what a training left to look at',
  sql: `
    -- The last look at a member while it was trained, by the member's key.
    CREATE TABLE member_previews (
      key TEXT PRIMARY KEY REFERENCES members ON DELETE CASCADE,
      preview_id INTEGER NOT NULL REFERENCES artefacts
    ) STRICT, WITHOUT ROWID;

    -- What happened when; member is the number in the ensemble, NULL where it is about all of them.
    CREATE TABLE training_log (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      ensemble_id INTEGER NOT NULL REFERENCES ensembles ON DELETE CASCADE,
      at TEXT NOT NULL,
      member INTEGER,
      kind TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX training_log_by_ensemble ON training_log (ensemble_id);
  `,
}
