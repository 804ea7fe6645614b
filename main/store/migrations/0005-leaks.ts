import type { Migration } from '../migrate.ts'

export const leaks: Migration = {
  name: 'scores without the images that leak',
  sql: 'ALTER TABLE scores ADD COLUMN without_leaks INTEGER NOT NULL DEFAULT 0',
}
