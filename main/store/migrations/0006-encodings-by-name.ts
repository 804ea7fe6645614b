import type { Migration } from '../migrate.ts'

const moved = [['means', 'means_id'], ['logVariances', 'log_variances_id'], ['bce', 'reconstruction_id']]
  .map(([name, column]) => `INSERT INTO encodings SELECT key, snapshot_id, '${name}', ${column}
    FROM encodings_before WHERE ${column} IS NOT NULL;`)

/** Members of other kinds say other things of an image, and their curves have fewer parts. */
export const encodingsByName: Migration = {
  name: 'encodings by name, kinds of models',
  sql: `
    ALTER TABLE encodings RENAME TO encodings_before;
    CREATE TABLE encodings (
      key TEXT NOT NULL REFERENCES members ON DELETE CASCADE,
      snapshot_id INTEGER NOT NULL REFERENCES artefacts,
      name TEXT NOT NULL,
      artefact_id INTEGER NOT NULL REFERENCES artefacts,
      PRIMARY KEY (key, snapshot_id, name)
    ) STRICT, WITHOUT ROWID;
    ${moved.join('\n    ')}
    DROP TABLE encodings_before;

    ALTER TABLE curve_points RENAME TO curve_points_before;
    CREATE TABLE curve_points (
      key TEXT NOT NULL,
      epoch INTEGER NOT NULL,
      step INTEGER NOT NULL,
      loss REAL NOT NULL,
      reconstruction REAL,
      divergence REAL,
      validation_loss REAL,
      learning_rate REAL NOT NULL,
      seconds REAL NOT NULL,
      PRIMARY KEY (key, epoch)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO curve_points SELECT * FROM curve_points_before;
    DROP TABLE curve_points_before;

    UPDATE ensembles SET settings = json_set(settings, '$.model.kind', 'cl-vae');
  `,
}
