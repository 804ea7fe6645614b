import type { Migration } from '../migrate.ts'

/** What people decide is only ever added to: changing it is refused, and so is deleting it from a project that stays. */
export const verdicts: Migration = {
  name: 'verdicts',
  sql: `
    -- The newest row of an image's content counts; where its verdict is NULL, the one before was withdrawn.
    -- score_id says what was looked at, and outlives the score: the numbers of scores are never given again.
    CREATE TABLE verdicts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
      hash TEXT NOT NULL,
      verdict TEXT CHECK (verdict IN ('anomaly', 'normal', 'mislabelled', 'unsure')),
      note TEXT,
      tags TEXT NOT NULL,
      class TEXT,
      score_id INTEGER,
      judged TEXT NOT NULL
    ) STRICT;
    CREATE INDEX verdicts_by_image ON verdicts (project_id, hash, id);

    CREATE TRIGGER verdicts_are_not_changed BEFORE UPDATE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are only added to'); END;
    CREATE TRIGGER verdicts_are_not_deleted BEFORE DELETE ON verdicts
    WHEN EXISTS (SELECT 1 FROM projects WHERE id = OLD.project_id)
    BEGIN SELECT RAISE(ABORT, 'verdicts are only added to'); END;
  `,
}
