import { type SizeResult, StudySpec } from '../../main/contract/studies.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { startEngine } from '../../main/engine/startEngine.ts'
import { plannedCells } from '../../main/jobs/study/plannedCells.ts'
import { openStore } from '../../main/store/openStore.ts'
import { cellLabels } from '../../main/studies/cells.ts'
import { type At, madeCell } from '../studies/madeStudy.ts'
import { apiOf, standIns, steps } from './engineInTest.ts'

export const clothes = [
  'T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot',
]

/** A study with all that the tables can have: several arms, a varied setting, sizes of ensembles and rivals. */
export const clothesStudy = StudySpec.parse({
  name: 'clothes', sets: [{ name: 'fashion' }], protocol: { kind: 'each-class' }, seeds: [1, 2],
  question: 'Does the recommended preset find clothes of a class that it never saw better than its rivals?',
  arms: [
    { name: 'recommended', detectors: ['centre', 'divergence', 'mixture-log-density', 'reconstruction-mse'], sizes: [1, 2, 3, 5] },
    { name: 'fixed-order', order: 'fixed', detectors: ['centre', 'divergence'], sizes: [1, 2, 3, 5] },
    { name: 'paper', preset: 'paper', detectors: ['divergence', 'centre'] },
    { name: 'cnn', model: { kind: 'cnn' }, detectors: ['max-softmax', 'energy', 'feature-knn'] },
    { name: 'pixels', members: 0, detectors: ['pca-per-class', 'pixel-knn'] },
  ],
  vary: [{ arms: ['recommended'], setting: 'latent', values: [2, 4, 8, 16] }],
  primary: { method: 'recommended/centre', rivals: ['paper/divergence', 'cnn/max-softmax', 'pixels/pca-per-class'] },
})

/** How good a made method is where the easiest case is held out, and how much worse in the hardest. */
const levels: Record<string, [number, number]> = {
  recommended: [0.995, 0.16], 'fixed-order': [0.985, 0.2], paper: [0.93, 0.3], cnn: [0.985, 0.2], pixels: [0.97, 0.33],
}
/** What a made detector is worse by than the best of its arm. */
const losses: Record<string, number> = {
  divergence: 0.025, 'mixture-log-density': 0.012, 'reconstruction-mse': 0.05, energy: 0.006, 'feature-knn': 0.02,
  'pixel-knn': 0.025,
}

function auroc({ case: held, seed, arm, varied }: At, detector: string): number {
  const hard = ((clothes.indexOf(held) * 7) % 10) / 10
  const latent = typeof varied.latent === 'number' ? 0.06 / varied.latent : 0.0075
  const [top, drop] = levels[arm]
  return top - drop * hard ** 1.5 - (losses[detector] ?? 0) - latent - 0.004 * ((seed + held.length) % 3)
}

/** A made ensemble in random order gains more by each member than one in fixed order. */
function sizesOf(at: At, detectors: string[]): SizeResult[] {
  const gain = at.arm === 'recommended' ? 0.05 : 0.02
  return detectors.flatMap((detector) => [1, 2, 3, 5].map((size) => (
    { detector, size, draws: 8, auroc: auroc(at, detector) - gain / size, deviation: 0.02 / size }
  )))
}

/** Lays down a workspace in which that study was run, all but five cells of which two failed. @returns its folder */
export async function studiedWorkspace(workspace: string): Promise<string> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const engine = await startEngine({
    workspace, cores: 2, scripts: workerScripts(standIns), detectors: [], runtime: () => undefined, log,
  })
  await steps(apiOf(engine.fetch), workspace).importSet({ classes: clothes, perClass: 10, salt: 3 }, 'fashion')
  await engine.close()
  const store = await openStore(workspace)
  store.studies.put(store.projects.named('project')!.id, clothesStudy)
  for (const [i, cell] of plannedCells(store, clothesStudy).entries()) {
    const at = cellLabels(cell)
    const { detectors, members } = cell.arm
    const made = madeCell(at, detectors, auroc, {
      key: cell.key, members, trainingSeconds: members * 21, parameters: members === 0 ? null : 134_165,
      sizes: cell.arm.sizes.length > 0 ? sizesOf(at, detectors) : [],
    })
    if (at.arm === 'cnn' && at.case === 'Coat') {
      store.studies.putCell({ ...made, state: 'failed', reason: 'The loss became NaN at step 412.', scores: [], sizes: [] })
    } else if (at.arm !== 'paper' || i % 7 !== 0) store.studies.putCell(made)
  }
  store.close()
  return workspace
}
