import type { Migration } from '../migrate.ts'

/** Jobs of a project that is not there yet have none: the check on that went. */
export const projectsOutOfSight: Migration = {
  name: 'projects that are out of sight, and when one was opened last',
  sql: `
    ALTER TABLE projects ADD COLUMN opened TEXT;
    -- discarded: it can be taken back for a while. incoming: its rows are still coming, out of a copy or a backup.
    -- Both are out of sight, and leave their name to others; called is the one that they had.
    ALTER TABLE projects ADD COLUMN state TEXT NOT NULL DEFAULT 'here'
      CHECK (state IN ('here', 'discarded', 'incoming'));
    ALTER TABLE projects ADD COLUMN called TEXT;
    ALTER TABLE projects ADD COLUMN discarded TEXT;

    ALTER TABLE jobs RENAME TO jobs_before;
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      project_id INTEGER REFERENCES projects ON DELETE CASCADE,
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
