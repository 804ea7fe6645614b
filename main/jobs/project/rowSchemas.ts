import { z } from 'zod'
import { Health } from '../../contract/ensembles.ts'
import { ImageSet, ImportOptions, SnapshotShape } from '../../contract/imageSets.ts'
import { LabelScores } from '../../contract/labels.ts'
import { parsedJson } from '../../contract/parsedJson.ts'
import { Relabelling } from '../../contract/retraining.ts'
import { Metrics } from '../../contract/scores.ts'
import { EnsembleSettings } from '../../contract/settings.ts'
import { ThresholdRule } from '../../contract/thresholds.ts'
import { TrainingLogLine } from '../../contract/training.ts'
import { VerdictKind } from '../../contract/verdicts.ts'
import type { ProjectTableName } from '../../store/projectTables.ts'

/** Text that holds JSON of a shape; it is kept as it is. */
const json = (shape: z.ZodType) => z.string().refine((text) => shape.safeParse(parsedJson(text)).success, 'holds something else')

const count = z.int().min(0)
const flag = z.int().min(0).max(1)
const file = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{0,16}$/)
const key = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.iso.datetime({ offset: true })
const name = z.string().min(1).max(1000)
const labels = json(z.array(count))
const spread = z.object({ low: z.number(), median: z.number(), high: z.number() })

/** What an import found, as the store keeps it. */
const Found = ImageSet.pick({
  kind: true, classes: true, images: true, problems: true, pairs: true, byClass: true, unlabelled: true, warnings: true,
}).extend({
  shape: SnapshotShape, options: ImportOptions,
  statistics: z.object({
    images: count, meanBrightness: z.number(), brightness: spread, contrast: spread, longSide: spread, proportion: spread,
    inColour: z.number(),
  }),
})

/** What a row of each table has to be. It goes into the database that all projects are in, and was written anywhere. */
export const rowSchemas: Record<ProjectTableName, z.ZodType> = {
  image_sets: z.strictObject({ id: count, project_id: count, name }),
  image_set_versions: z.strictObject({
    id: count, image_set_id: count, version: count.nullable(), same_as: count.nullable(), source: name, created: moment,
    found: z.string(), snapshot_id: file.nullable(), rows_id: file.nullable(), labels_id: file.nullable(), splits_id: file.nullable(),
  }).refine(isVersion, 'is neither a version with its files nor another name of one'),
  images: z.strictObject({
    version_id: count, position: count, path: name, label: count.nullable(), split: z.int().min(0).max(2), hash: name,
    width: count, height: count, group: count,
  }),
  problems: z.strictObject({ version_id: count, number: count, path: z.string(), code: name, message: z.string() }),
  pairs: z.strictObject({
    version_id: count, number: count, a: count, b: count, kind: z.enum(['exact', 'near']), distance: z.number(), leak: flag,
  }),
  ensembles: z.strictObject({
    id: count, version_id: count, name, created: moment, settings: json(EnsembleSettings), known: labels, held_out: labels,
  }),
  members: z.strictObject({
    key, parameters: count, seconds: z.number(), device: z.string(), health: json(Health), memory: z.number().nullable(), created: moment,
    weights_id: file, description_id: file,
  }),
  ensemble_members: z.strictObject({
    ensemble_id: count, number: count, key, threads: count, state: z.enum(['done', 'failed', 'cancelled']),
    reason: z.string().nullable(), reused: flag,
  }),
  curve_points: z.strictObject({
    key, epoch: count, step: count, loss: z.number(), reconstruction: z.number().nullable(), divergence: z.number().nullable(),
    validation_loss: z.number().nullable(), learning_rate: z.number(), seconds: z.number(),
  }),
  encodings: z.strictObject({ key, snapshot_id: file, name, artefact_id: file }),
  member_previews: z.strictObject({ key, preview_id: file }),
  training_log: z.strictObject({
    ensemble_id: count, at: moment, member: count.nullable(), kind: z.enum(TrainingLogLine.shape.kind.options), text: z.string(),
  }),
  thresholds: z.strictObject({
    id: count, ensemble_id: count, detector: name, members: name, name, value: z.number(), rule: z.string(),
    chosen: json(ThresholdRule).nullable(), created: moment.nullable(),
  }),
  scores: z.strictObject({
    id: count, ensemble_id: count, version_id: count, detector: name, members: name, member_count: count, images: count, flagged: count,
    metrics: json(Metrics).nullable(), warnings: json(z.array(z.string())), created: moment, without_leaks: flag, threshold_id: count,
    scores_id: file, fit_id: file, nearest_id: file,
  }),
  label_scores: z.strictObject({
    ensemble_id: count, members: name, member_count: count, images: count, issues: count, strangers: count,
    rules: json(LabelScores.shape.rules), created: moment, order_id: file, scores_id: file, foreign_id: file, suggested_id: file,
    findings_id: file,
  }),
  verdicts: z.strictObject({
    project_id: count, hash: name, verdict: VerdictKind.nullable(), note: z.string().nullable(), tags: json(z.array(z.string())),
    class: z.string().nullable(), score_id: count.nullable(), judged: moment,
  }),
  comparisons: z.strictObject({ project_id: count, name, created: moment, scores: json(z.array(count).min(2).max(4)) }),
  retrainings: z.strictObject({ ensemble_id: count, before_id: count, relabelling: json(Relabelling), created: moment }),
}

/** A version has all of its files and says what was found, or is another name of one and has nothing of its own. */
function isVersion({ same_as, version, found, ...row }: {
  same_as: number | null; version: number | null; found: string
  snapshot_id: string | null; rows_id: string | null; labels_id: string | null; splits_id: string | null
}): boolean {
  const files = [row.snapshot_id, row.rows_id, row.labels_id, row.splits_id]
  if (same_as !== null) return version === null && files.every((one) => one === null)
  return version !== null && files.every((one) => one !== null) && Found.safeParse(parsedJson(found)).success
}
