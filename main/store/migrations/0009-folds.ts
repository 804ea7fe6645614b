import type { Migration } from '../migrate.ts'

export const folds: Migration = {
  name: 'folds, and what they say of labels',
  sql: `
    UPDATE ensembles SET settings = json_set(settings, '$.training.folds', NULL);

    -- What the members that never saw an image say of its label. members: a hash of the members' keys and of the rules'
    -- version. The artefacts: positions in the order of the list, label scores and foreign scores by position, the class
    -- that is suggested, and what the image is taken for.
    CREATE TABLE label_scores (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      ensemble_id INTEGER NOT NULL REFERENCES ensembles ON DELETE CASCADE,
      members TEXT NOT NULL,
      member_count INTEGER NOT NULL,
      images INTEGER NOT NULL,
      issues INTEGER NOT NULL,
      strangers INTEGER NOT NULL,
      rules TEXT NOT NULL,
      created TEXT NOT NULL,
      order_id INTEGER NOT NULL REFERENCES artefacts,
      scores_id INTEGER NOT NULL REFERENCES artefacts,
      foreign_id INTEGER NOT NULL REFERENCES artefacts,
      suggested_id INTEGER NOT NULL REFERENCES artefacts,
      findings_id INTEGER NOT NULL REFERENCES artefacts,
      UNIQUE (ensemble_id, members)
    ) STRICT;
  `,
}
