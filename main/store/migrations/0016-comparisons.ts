import type { Migration } from '../migrate.ts'

export const comparisons: Migration = {
  name: 'comparisons that people named',
  sql: `
    -- scores: a JSON list of the ids of its columns, in their order.
    CREATE TABLE comparisons (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      scores TEXT NOT NULL
    ) STRICT;
    CREATE INDEX comparisons_by_project ON comparisons (project_id);
  `,
}
