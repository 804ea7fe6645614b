/** How the rows of a table belong to a project, and to rows and files that another workspace has under other numbers. */
export interface ProjectTable {
  name: string
  /** What is carried of a row. */
  columns: readonly string[]
  /** Where a project's rows come from, `t` being the table, in the order in which they are carried; ? is the project. */
  from: string
  /** Carried in place of a column's own value. */
  instead?: Readonly<Record<string, string>>
  /** Columns with the numbers of other rows, by the table of those. */
  refers?: Readonly<Record<string, string>>
  /** Columns with a JSON list of the numbers of other rows, by the table of those. */
  lists?: Readonly<Record<string, string>>
  /** Columns with the number of an artefact, which is carried as the artefact's name. */
  artefacts?: readonly string[]
  /** Known by its content: a row that is there already stays as it is. */
  shared?: boolean
  /** There were archives before it was there: they have no entry for it, and no row. */
  later?: boolean
}

const sets = `image_sets i ON i.id = v.image_set_id WHERE i.project_id = ? AND v.state = 'ready'`
const versions = `SELECT v.id FROM image_set_versions v JOIN ${sets}`
/** Those that people made; what studies made for their cells stays with them. */
const ensembles = `SELECT e.id FROM ensembles e WHERE e.cell IS NULL AND e.version_id IN (${versions})`
const scores = `SELECT s.id FROM scores s WHERE s.ensemble_id IN (${ensembles}) AND s.version_id IN (${versions})`
const keys = `SELECT m.key FROM ensemble_members m WHERE m.ensemble_id IN (${ensembles})`

/** Begun by an import: large, and carried first. */
const imageTables = [
  {
    name: 'image_sets', columns: ['id', 'project_id', 'name'], refers: { project_id: 'projects' },
    from: `image_sets t WHERE t.id IN (SELECT v.image_set_id FROM image_set_versions v JOIN ${sets}) ORDER BY t.id`,
  },
  {
    name: 'image_set_versions',
    columns: ['id', 'image_set_id', 'version', 'same_as', 'source', 'created', 'found', 'snapshot_id', 'rows_id', 'labels_id', 'splits_id'],
    refers: { image_set_id: 'image_sets', same_as: 'image_set_versions' },
    artefacts: ['snapshot_id', 'rows_id', 'labels_id', 'splits_id'],
    from: `image_set_versions t WHERE t.id IN (${versions}) ORDER BY t.id`,
  },
  {
    name: 'images', columns: ['version_id', 'position', 'path', 'label', 'split', 'hash', 'width', 'height', 'group'],
    refers: { version_id: 'image_set_versions' }, from: `images t WHERE t.version_id IN (${versions}) ORDER BY t.version_id, t.position`,
  },
  {
    name: 'problems', columns: ['version_id', 'number', 'path', 'code', 'message'],
    refers: { version_id: 'image_set_versions' }, from: `problems t WHERE t.version_id IN (${versions}) ORDER BY t.version_id, t.number`,
  },
  {
    name: 'pairs', columns: ['version_id', 'number', 'a', 'b', 'kind', 'distance', 'leak'],
    refers: { version_id: 'image_set_versions' }, from: `pairs t WHERE t.version_id IN (${versions}) ORDER BY t.version_id, t.number`,
  },
] as const satisfies ProjectTable[]

/** What was made of the images, and what people decided. */
const resultTables = [
  {
    name: 'ensembles', columns: ['id', 'version_id', 'name', 'created', 'settings', 'known', 'held_out'],
    refers: { version_id: 'image_set_versions' }, from: `ensembles t WHERE t.id IN (${ensembles}) ORDER BY t.id`,
  },
  {
    name: 'members', shared: true, artefacts: ['weights_id', 'description_id'],
    columns: ['key', 'parameters', 'seconds', 'device', 'health', 'memory', 'created', 'weights_id', 'description_id'],
    from: `members t WHERE t.key IN (${keys}) ORDER BY t.key`,
  },
  {
    name: 'ensemble_members', columns: ['ensemble_id', 'number', 'key', 'threads', 'state', 'reason', 'reused'],
    refers: { ensemble_id: 'ensembles' }, from: `ensemble_members t WHERE t.ensemble_id IN (${ensembles}) ORDER BY t.ensemble_id, t.number`,
    // Nobody trains it there.
    instead: { state: `CASE WHEN t.state IN ('done', 'failed') THEN t.state ELSE 'cancelled' END` },
  },
  {
    name: 'curve_points', shared: true,
    columns: ['key', 'epoch', 'step', 'loss', 'reconstruction', 'divergence', 'validation_loss', 'learning_rate', 'seconds'],
    from: `curve_points t WHERE t.key IN (SELECT key FROM members WHERE key IN (${keys})) ORDER BY t.key, t.epoch`,
  },
  {
    name: 'encodings', shared: true, columns: ['key', 'snapshot_id', 'name', 'artefact_id'], artefacts: ['snapshot_id', 'artefact_id'],
    from: `encodings t WHERE t.key IN (${keys}) AND t.snapshot_id IN
      (SELECT v.snapshot_id FROM image_set_versions v WHERE v.id IN (${versions})) ORDER BY t.key, t.snapshot_id, t.name`,
  },
  {
    name: 'member_previews', shared: true, columns: ['key', 'preview_id'], artefacts: ['preview_id'],
    from: `member_previews t WHERE t.key IN (${keys}) ORDER BY t.key`,
  },
  {
    name: 'training_log', columns: ['ensemble_id', 'at', 'member', 'kind', 'text'], refers: { ensemble_id: 'ensembles' },
    from: `training_log t WHERE t.ensemble_id IN (${ensembles}) ORDER BY t.id`,
  },
  {
    name: 'thresholds',
    columns: ['id', 'ensemble_id', 'detector', 'members', 'name', 'value', 'rule', 'chosen', 'created'],
    refers: { ensemble_id: 'ensembles' }, from: `thresholds t WHERE t.ensemble_id IN (${ensembles}) ORDER BY t.id`,
  },
  {
    name: 'scores',
    columns: [
      'id', 'ensemble_id', 'version_id', 'detector', 'members', 'member_count', 'images', 'flagged', 'metrics', 'warnings', 'created',
      'without_leaks', 'threshold_id', 'scores_id', 'fit_id', 'nearest_id',
    ],
    refers: { ensemble_id: 'ensembles', version_id: 'image_set_versions', threshold_id: 'thresholds' },
    artefacts: ['scores_id', 'fit_id', 'nearest_id'],
    from: `scores t WHERE t.ensemble_id IN (${ensembles}) AND t.version_id IN (${versions}) ORDER BY t.id`,
  },
  {
    name: 'label_scores',
    columns: [
      'ensemble_id', 'members', 'member_count', 'images', 'issues', 'strangers', 'rules', 'created', 'order_id', 'scores_id',
      'foreign_id', 'suggested_id', 'findings_id',
    ],
    refers: { ensemble_id: 'ensembles' }, artefacts: ['order_id', 'scores_id', 'foreign_id', 'suggested_id', 'findings_id'],
    from: `label_scores t WHERE t.ensemble_id IN (${ensembles}) ORDER BY t.id`,
  },
  {
    name: 'verdicts', columns: ['project_id', 'hash', 'verdict', 'note', 'tags', 'class', 'score_id', 'judged'],
    refers: { project_id: 'projects', score_id: 'scores' }, from: 'verdicts t WHERE t.project_id = ? ORDER BY t.id',
    // It outlives the score, and stays without one then.
    instead: {
      score_id: `(SELECT s.id FROM scores s JOIN image_set_versions v ON v.id = s.version_id JOIN image_sets i ON i.id = v.image_set_id
        JOIN ensembles e ON e.id = s.ensemble_id JOIN image_set_versions w ON w.id = e.version_id JOIN image_sets j ON j.id = w.image_set_id
        WHERE s.id = t.score_id AND e.cell IS NULL AND i.project_id = t.project_id AND j.project_id = t.project_id)`,
    },
  },
  {
    name: 'comparisons', columns: ['project_id', 'name', 'created', 'scores'], refers: { project_id: 'projects' },
    lists: { scores: 'scores' },
    // One whose scores are gone compares nothing.
    from: `comparisons t WHERE t.project_id = ? AND NOT EXISTS
      (SELECT 1 FROM json_each(t.scores) j WHERE j.value NOT IN (${scores})) ORDER BY t.id`,
  },
  {
    name: 'retrainings', later: true, columns: ['ensemble_id', 'before_id', 'relabelling', 'created'],
    refers: { ensemble_id: 'ensembles', before_id: 'ensembles' },
    from: `retrainings t WHERE t.ensemble_id IN (${ensembles}) AND t.before_id IN (${ensembles}) ORDER BY t.ensemble_id`,
  },
] as const satisfies ProjectTable[]

/** Every table that a project has rows in, each after those that it refers to. Studies and jobs stay where they are. */
export const projectTables: readonly ProjectTable[] = [...imageTables, ...resultTables]

export type ProjectTableName = (typeof imageTables | typeof resultTables)[number]['name']

/** Tables whose rows are written as they come, before the project is there. */
export const firstTables: ReadonlySet<string> = new Set(imageTables.map(({ name }) => name))

/** A row as it is carried: artefacts by their names, numbers of rows as they were. */
export type ProjectRow = Record<string, string | number | null>
