import type { Migration } from '../migrate.ts'

/** An image's group and its pairs are looked up image by image. */
export const alikeImages: Migration = {
  name: 'groups and pairs by image',
  sql: `
    CREATE INDEX images_by_group ON images (version_id, "group");
    CREATE INDEX pairs_by_first ON pairs (version_id, a);
    CREATE INDEX pairs_by_second ON pairs (version_id, b);
  `,
}
