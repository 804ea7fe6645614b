import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { Store } from '../../store/openStore.ts'
import { environmentOf } from '../queue/environment.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import type { BackupAbout } from '../project/backupFile.ts'
import { draftOf, packProject } from '../project/packProject.ts'
import { bundleEntries } from './bundleEntries.ts'
import { allBeside, scoresBehind } from './bundleScope.ts'
import { bundleReadme } from './readme.ts'

type BundleRun = JobRun<'bundle'>

/** How a score was made, in words and figures; the engine knows it. */
type Summarise = (score: ScoreRecord) => Record<string, unknown>

/**
 * Writes a score with all that it rests on into one `.lacuna` file: the part of its project that a backup would hold, and
 * in words and figures how it was made. The result is { file, bytes }.
 * @param version Lacuna's, for the record
 */
export function bundleRunner(version: string, summarise: Summarise) {
  return async (run: BundleRun): Promise<Outcome> => {
    const directory = path.join(run.store.workspace, 'work', `bundle-${run.id}`)
    try {
      if (run.cancelled.aborted) return { state: 'cancelled' }
      return await bundle(run, directory, version, summarise)
    } finally {
      await rm(directory, { recursive: true, force: true })
      await rm(draftOf(run.request.file), { force: true })
    }
  }
}

async function bundle(run: BundleRun, directory: string, version: string, summarise: Summarise): Promise<Outcome> {
  const { store, request } = run
  const score = store.scores.show(request.scoreId)
  if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${request.scoreId} any more.`, 'Choose another.')
  const scores = request.allScores ? allBeside(store, score) : scoresBehind(store, score)
  const scope = { ensembleId: score.ensembleId, scoreIds: scores.map(({ id }) => id) }
  const source = await store.readProject(request.projectId, scope)
  try {
    const about = { ...aboutOf(run, scores, version), rows: source.rows }
    const more = await writeWords(directory, about, scores.map(summarise))
    const without = request.withPixels ? new Set<string>() : snapshotsOf(store, scores)
    return await packProject(run, { source, directory, about, more, without })
  } finally {
    source.close()
  }
}

function aboutOf(run: BundleRun, scores: ScoreRecord[], lacuna: string): Required<Omit<BackupAbout, 'rows'>> {
  const { store, request } = run
  const ensemble = store.ensembles.show(scores[0].ensembleId)!
  return {
    project: store.projects.show(request.projectId)!.name, lacuna, created: new Date().toISOString(),
    bundle: { ensemble: ensemble.name, scores: scores.length, pixels: request.withPixels, environment: environmentOf(run) },
  }
}

/** The entries that people read. */
async function writeWords(
  directory: string, about: Required<BackupAbout>, configuration: Record<string, unknown>[],
): Promise<{ name: string; file: string }[]> {
  const texts = [bundleReadme(about), `${JSON.stringify({ scores: configuration }, null, 2)}\n`]
  await mkdir(directory, { recursive: true })
  return Promise.all(bundleEntries.map(async (name, i) => {
    const file = path.join(directory, name)
    await writeFile(file, texts[i])
    return { name, file }
  }))
}

/** The hashes of the pixels of all sets, the ensemble's own among them. */
function snapshotsOf({ ensembles, imageSets }: Store, scores: ScoreRecord[]): Set<string> {
  const sets = [ensembles.show(scores[0].ensembleId)!.imageSetId, ...scores.map(({ imageSetId }) => imageSetId)]
  return new Set(sets.map((id) => imageSets.show(id)!.snapshot!.sha256))
}
