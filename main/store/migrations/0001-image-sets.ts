import type { Migration } from '../migrate.ts'

export const imageSets: Migration = {
  name: 'projects, artefacts and image sets',
  sql: `
    CREATE TABLE projects (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      created TEXT NOT NULL
    ) STRICT;

    -- Files in artefacts/, named by their content. What refers to one has a foreign key to it.
    CREATE TABLE artefacts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sha256 TEXT NOT NULL,
      extension TEXT NOT NULL,
      kind TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      created TEXT NOT NULL,
      UNIQUE (sha256, extension)
    ) STRICT;

    CREATE TABLE image_sets (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
      name TEXT NOT NULL,
      UNIQUE (project_id, name)
    ) STRICT;

    -- A version that turned out the same as an earlier one has no number of its own, and says which.
    CREATE TABLE image_set_versions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      image_set_id INTEGER NOT NULL REFERENCES image_sets ON DELETE CASCADE,
      version INTEGER,
      same_as INTEGER REFERENCES image_set_versions ON DELETE CASCADE,
      state TEXT NOT NULL CHECK (state IN ('importing', 'ready', 'failed', 'removing')),
      source TEXT NOT NULL,
      created TEXT NOT NULL,
      found TEXT NOT NULL DEFAULT '{}',
      snapshot_id INTEGER REFERENCES artefacts,
      rows_id INTEGER REFERENCES artefacts,
      labels_id INTEGER REFERENCES artefacts,
      splits_id INTEGER REFERENCES artefacts,
      UNIQUE (image_set_id, version)
    ) STRICT;
    CREATE INDEX image_set_versions_same ON image_set_versions (same_as) WHERE same_as IS NOT NULL;

    CREATE TABLE images (
      version_id INTEGER NOT NULL REFERENCES image_set_versions ON DELETE CASCADE,
      position INTEGER NOT NULL,
      path TEXT NOT NULL,
      label INTEGER,
      split INTEGER NOT NULL,
      hash TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      "group" INTEGER NOT NULL,
      PRIMARY KEY (version_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX images_by_hash ON images (version_id, hash);

    CREATE TABLE problems (
      version_id INTEGER NOT NULL REFERENCES image_set_versions ON DELETE CASCADE,
      number INTEGER NOT NULL,
      path TEXT NOT NULL,
      code TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (version_id, number)
    ) STRICT, WITHOUT ROWID;

    -- a and b are positions.
    CREATE TABLE pairs (
      version_id INTEGER NOT NULL REFERENCES image_set_versions ON DELETE CASCADE,
      number INTEGER NOT NULL,
      a INTEGER NOT NULL,
      b INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('exact', 'near')),
      distance REAL NOT NULL,
      leak INTEGER NOT NULL,
      PRIMARY KEY (version_id, number)
    ) STRICT, WITHOUT ROWID;
  `,
}
