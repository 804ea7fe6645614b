import type { Migration } from '../migrate.ts'

/** Jobs of a kind more: the check on kinds went, as the contract has it. */
export const studies: Migration = {
  name: 'studies and their cells, memory of members',
  sql: `
    CREATE TABLE studies (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
      name TEXT NOT NULL UNIQUE,
      spec TEXT NOT NULL,
      created TEXT NOT NULL
    ) STRICT;

    -- What a cell gave, by the hash of everything that decides it: studies share cells.
    CREATE TABLE study_cells (
      key TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
      result TEXT NOT NULL,
      ended TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The cell that an ensemble was made for; people do not see those in their lists.
    ALTER TABLE ensembles ADD COLUMN cell TEXT;
    CREATE INDEX ensembles_by_cell ON ensembles (cell) WHERE cell IS NOT NULL;

    ALTER TABLE members ADD COLUMN memory REAL;

    -- Artefacts are collected after each cell: what refers to them must be found without reading all of it.
    CREATE INDEX members_by_weights ON members (weights_id);
    CREATE INDEX members_by_description ON members (description_id);
    CREATE INDEX encodings_by_artefact ON encodings (artefact_id);
    CREATE INDEX scores_by_scores ON scores (scores_id);
    CREATE INDEX scores_by_fit ON scores (fit_id);
    CREATE INDEX scores_by_nearest ON scores (nearest_id);

    ALTER TABLE jobs RENAME TO jobs_before;
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
      title TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
      request TEXT NOT NULL,
      progress TEXT,
      error TEXT,
      result TEXT,
      created TEXT NOT NULL,
      ended TEXT
    ) STRICT;
    INSERT INTO jobs SELECT * FROM jobs_before;
    DROP TABLE jobs_before;
    CREATE INDEX jobs_by_state ON jobs (state);
    CREATE INDEX jobs_by_project ON jobs (project_id);
  `,
}
