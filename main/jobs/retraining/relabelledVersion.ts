import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Relabelling } from '../../contract/retraining.ts'
import { chunkRows } from '../../store/images.ts'
import type { Store } from '../../store/openStore.ts'
import type { Labelled } from './judgedLabels.ts'

/**
 * A new version of an image set with other labels and splits: the same images, pixels and originals.
 * @returns its id; an engine that ends half-way leaves a version that failed
 */
export async function relabelledVersion(
  store: Store, imageSetId: number, set: Labelled, relabelling: Relabelling,
): Promise<number> {
  const before = store.imageSets.show(imageSetId)!
  const id = store.imageSets.open(before.projectId, before.name, before.source)
  await copyRows(store, imageSetId, id, set)
  store.findings.copyFindings(imageSetId, id)
  const folder = path.join(store.workspace, 'work', `relabelled-${id}`)
  await mkdir(folder, { recursive: true })
  try {
    const files = { labels: path.join(folder, 'labels.i32'), splits: path.join(folder, 'splits.u8') }
    await Promise.all([writeFile(files.labels, set.labels), writeFile(files.splits, set.splits)])
    const { snapshot, rows } = store.imageSets.files(imageSetId)!
    const found = { ...store.imageSets.found(imageSetId)!, ...foundIn(set) }
    const warnings = [...found.warnings.filter((one) => !isOfVerdicts(one)), words(relabelling)]
    const kept = { labels: { file: files.labels, kind: 'labels' }, splits: { file: files.splits, kind: 'splits' } }
    await store.artefacts.keep(kept, ({ labels, splits }) =>
      store.imageSets.finish(id, { ...found, warnings }, { snapshot, rows, labels, splits }))
    return id
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyRows(store: Store, from: number, to: number, { labels, splits }: Labelled): Promise<void> {
  for (let offset = 0; offset < labels.length; offset += chunkRows) {
    const rows = store.images.page({ id: from, offset, limit: chunkRows })
    store.images.insertImages(to, rows.map((row) => ({
      ...row, label: labels[row.position] < 0 ? null : labels[row.position], split: splits[row.position],
    })))
    await setImmediate()
  }
}

/** What the labels decide of what an import found. */
function foundIn({ classes, labels, splits }: Labelled) {
  const byClass = classes.map(() => ({ train: 0, validation: 0, test: 0 }))
  const names = ['train', 'validation', 'test'] as const
  labels.forEach((label, position) => {
    if (label >= 0) byClass[label][names[splits[position]]]++
  })
  return { classes, byClass, unlabelled: labels.reduce((sum, label) => sum + Number(label < 0), 0) }
}

const begin = 'Labels as judged:'
const isOfVerdicts = (warning: string) => warning.startsWith(begin)

function words({ relabelled, leaving, joining }: Relabelling): string {
  return `${begin} ${relabelled} with another class, ${leaving} without one, ${joining} taken in.`
}
