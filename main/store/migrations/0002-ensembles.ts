import type { Migration } from '../migrate.ts'

export const ensembles: Migration = {
  name: 'ensembles and members',
  sql: `
    CREATE TABLE ensembles (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version_id INTEGER NOT NULL REFERENCES image_set_versions,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      settings TEXT NOT NULL,
      known TEXT NOT NULL,
      held_out TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ensembles_by_version ON ensembles (version_id);

    -- Trained members by the hash of everything that decides their weights: ensembles share them.
    CREATE TABLE members (
      key TEXT PRIMARY KEY,
      parameters INTEGER NOT NULL,
      seconds REAL NOT NULL,
      device TEXT NOT NULL,
      health TEXT NOT NULL,
      created TEXT NOT NULL,
      weights_id INTEGER NOT NULL REFERENCES artefacts,
      description_id INTEGER NOT NULL REFERENCES artefacts
    ) STRICT;

    CREATE TABLE ensemble_members (
      ensemble_id INTEGER NOT NULL REFERENCES ensembles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      key TEXT NOT NULL,
      threads INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
      reason TEXT,
      reused INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (ensemble_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ensemble_members_by_key ON ensemble_members (key);

    CREATE TABLE curve_points (
      key TEXT NOT NULL,
      epoch INTEGER NOT NULL,
      step INTEGER NOT NULL,
      loss REAL NOT NULL,
      reconstruction REAL NOT NULL,
      divergence REAL NOT NULL,
      validation_loss REAL,
      learning_rate REAL NOT NULL,
      seconds REAL NOT NULL,
      PRIMARY KEY (key, epoch)
    ) STRICT, WITHOUT ROWID;
  `,
}
