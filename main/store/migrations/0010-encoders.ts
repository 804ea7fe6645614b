import type { Migration } from '../migrate.ts'

export const encoders: Migration = {
  name: 'encoders from elsewhere',
  sql: `
    -- description: what the model takes and gives, and how pixels are normalised for it.
    CREATE TABLE encoders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      created TEXT NOT NULL,
      file TEXT NOT NULL,
      description TEXT NOT NULL,
      model_id INTEGER NOT NULL REFERENCES artefacts
    ) STRICT;

    -- What an encoder says of the images of a snapshot: Float32, images x the output's width.
    CREATE TABLE encoder_features (
      encoder_id INTEGER NOT NULL REFERENCES encoders ON DELETE CASCADE,
      snapshot_id INTEGER NOT NULL REFERENCES artefacts,
      features_id INTEGER NOT NULL REFERENCES artefacts,
      PRIMARY KEY (encoder_id, snapshot_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
