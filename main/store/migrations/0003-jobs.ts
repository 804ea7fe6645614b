import type { Migration } from '../migrate.ts'

export const jobs: Migration = {
  name: 'jobs',
  sql: `
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'train', 'score', 'report')),
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
    CREATE INDEX jobs_by_state ON jobs (state);
    CREATE INDEX jobs_by_project ON jobs (project_id);
  `,
}
