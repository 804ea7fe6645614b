import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ComparedOriginals, ReplayedScore, Verified } from '../../contract/bundles.ts'
import { EngineFailure } from '../../contract/errors.ts'
import { openStore } from '../../store/openStore.ts'
import { environmentOf, isSameMachine } from '../queue/environment.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import { takeIn } from '../project/takeIn.ts'
import { type Unpacked, unpack } from '../project/unpack.ts'
import { needsImages, type RemadeSnapshot, remadeSnapshots } from './remadeSnapshots.ts'
import { replayScores } from './replayScores.ts'
import { tolerance } from './compareReplay.ts'

type VerifyRun = JobRun<'verify'>

/**
 * Scores a bundle anew, from its weights and pixels or from the originals, and compares. It is opened in a workspace of its
 * own, which is thrown away; nothing of it reaches the one of this engine. The result is what the contract calls `Verified`.
 */
export async function runVerify(run: VerifyRun): Promise<Outcome> {
  if (run.cancelled.aborted) return { state: 'cancelled' }
  const directory = path.join(run.store.workspace, 'work', `verify-${run.id}`)
  try {
    const unpacked = await unpack(run, directory)
    if ('outcome' in unpacked) return unpacked.outcome
    return { state: 'done', result: { ...(await verify(run, unpacked)) } }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function verify(run: VerifyRun, unpacked: Unpacked): Promise<Verified> {
  const { about: { project, lacuna, created, bundle }, files } = unpacked
  if (!bundle) throw new EngineFailure('BAD_INPUT', 'The archive is the backup of a project, and no bundle of a score.', 'Open it with "lacuna open" instead.')
  const { images } = run.request
  if (!bundle.pixels && images === undefined) throw needsImages()
  const remade = images === undefined ? null : await remadeSnapshots(run, unpacked, images)
  const { scores, sameDevice } = await replayInScratch(run, unpacked, remade ?? [])
  const [packedOn, verifiedOn] = [bundle.environment, environmentOf(run)]
  const facts = {
    project, ensemble: bundle.ensemble, lacuna, created, entries: files.length, packedOn, verifiedOn,
    sameMachine: sameDevice && isSameMachine(packedOn, verifiedOn), tolerance, originals: remade?.map(comparedOriginals) ?? null, scores,
  }
  return { ...facts, verdict: verdictOf(facts) }
}

interface Replayed {
  scores: ReplayedScore[]
  /** Whether what was scored anew had been computed by TensorFlow too. */
  sameDevice: boolean
}

async function replayInScratch(run: VerifyRun, unpacked: Unpacked, remade: RemadeSnapshot[]): Promise<Replayed> {
  const workspace = path.join(unpacked.directory, 'workspace')
  await mkdir(workspace)
  const store = await openStore(workspace)
  try {
    const scratch = { ...run, store, announce: () => undefined }
    // Without pixels in the bundle even those that are not whole take their place; they are not scored.
    const placed = remade.filter(({ found }) => found.sha256 !== null || !unpacked.about.bundle!.pixels)
    const projectId = await takeIn(scratch, unpacked, Object.fromEntries(placed.map(({ set, file }) => [set.snapshot, file])))
    const broken = new Set(placed.filter(({ found }) => found.sha256 === null).map(({ set }) => set.snapshot))
    const scores = await replayScores({ ...scratch, projectId, isBroken: (snapshot) => broken.has(snapshot) })
    const sameDevice = store.ensembles.ofProject(projectId).every(({ settings }) => settings.device === 'tensorflow')
    return { scores, sameDevice }
  } finally {
    store.close()
  }
}

function comparedOriginals({ set, found }: RemadeSnapshot): ComparedOriginals {
  const { images, missing, different, example, sha256 } = found
  const pixels = sha256 === null ? null : set.snapshot.startsWith(sha256) ? 'identical' as const : 'different' as const
  return { imageSet: set.name, images, missing, different, example, pixels }
}

/** On the same machine and device all has to be identical; on another it has to be within the tolerance. */
function verdictOf({ originals, scores, sameMachine }: Pick<Verified, 'originals' | 'scores' | 'sameMachine'>): Verified['verdict'] {
  const has = (replay: ReplayedScore['replay']) => scores.some((score) => score.replay === replay)
  if (originals?.some(({ pixels }) => pixels !== 'identical') || has('different')) return 'differs'
  if (!has('within tolerance')) return 'identical'
  return sameMachine ? 'differs' : 'agrees'
}
