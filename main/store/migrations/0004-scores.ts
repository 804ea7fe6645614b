import type { Migration } from '../migrate.ts'

export const scores: Migration = {
  name: 'encodings, scores and thresholds',
  sql: `
    -- What a member says of the images of a snapshot, whatever their labels are.
    CREATE TABLE encodings (
      key TEXT NOT NULL REFERENCES members ON DELETE CASCADE,
      snapshot_id INTEGER NOT NULL REFERENCES artefacts,
      means_id INTEGER REFERENCES artefacts,
      log_variances_id INTEGER REFERENCES artefacts,
      reconstruction_id INTEGER REFERENCES artefacts,
      PRIMARY KEY (key, snapshot_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE thresholds (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      ensemble_id INTEGER NOT NULL REFERENCES ensembles ON DELETE CASCADE,
      detector TEXT NOT NULL,
      members TEXT NOT NULL,
      name TEXT NOT NULL,
      value REAL NOT NULL,
      rule TEXT NOT NULL,
      UNIQUE (ensemble_id, detector, members, name)
    ) STRICT;

    -- members: a hash of the members' keys and of the detectors' version, so that a score of an ensemble
    -- that has more members by now is another score.
    CREATE TABLE scores (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      ensemble_id INTEGER NOT NULL REFERENCES ensembles ON DELETE CASCADE,
      version_id INTEGER NOT NULL REFERENCES image_set_versions,
      detector TEXT NOT NULL,
      members TEXT NOT NULL,
      member_count INTEGER NOT NULL,
      images INTEGER NOT NULL,
      flagged INTEGER NOT NULL,
      metrics TEXT,
      warnings TEXT NOT NULL,
      created TEXT NOT NULL,
      threshold_id INTEGER NOT NULL REFERENCES thresholds,
      scores_id INTEGER NOT NULL REFERENCES artefacts,
      fit_id INTEGER NOT NULL REFERENCES artefacts,
      nearest_id INTEGER NOT NULL REFERENCES artefacts,
      UNIQUE (ensemble_id, version_id, detector, members)
    ) STRICT;
    CREATE INDEX scores_by_version ON scores (version_id);
    CREATE INDEX scores_by_threshold ON scores (threshold_id);
  `,
}
