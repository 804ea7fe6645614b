import type { Migration } from '../migrate.ts'

export const devices: Migration = {
  name: 'what ensembles are trained on',
  sql: `UPDATE ensembles SET settings = json_set(settings, '$.device', 'tensorflow');`,
}
