import type { Migration } from '../migrate.ts'

export const chosenThresholds: Migration = {
  name: 'thresholds that people choose',
  sql: `
    -- chosen: the rule with its parameter as JSON; NULL for the threshold that scoring itself made.
    ALTER TABLE thresholds ADD COLUMN chosen TEXT;
    ALTER TABLE thresholds ADD COLUMN created TEXT;
  `,
}
