import type { Metrics } from '../../contract/scores.ts'
import type { Evidence, FitImages } from '../../detectors/detector.ts'
import { detectorNamed } from '../../detectors/registry.ts'
import type { Channel } from '../channel.ts'
import { metricsOf } from '../measures.ts'
import type { CellJob, CellOutcome } from '../messages.ts'
import { residentPeak } from '../residentPeak.ts'
import { knownPositions, openReader, readAssignment, TRAIN, VALIDATION } from '../runImages.ts'
import { expectClasses } from '../scoreJob.ts'
import { cellRows } from './cellRows.ts'
import { measureSizes } from './measureSizes.ts'
import { openProbe } from './probe.ts'
import { someEvidence } from './someEvidence.ts'
import { type CellEvidence, testScores } from './testScores.ts'
import { encodeFor, loadMembers } from './views.ts'

/** Measures a cell by each of its detectors, and its sub-ensembles where that is asked for. */
export async function runCell(job: CellJob, channel: Channel): Promise<CellOutcome> {
  const started = performance.now()
  const detectors = job.detectors.map(detectorNamed)
  detectors.forEach((detector) => expectClasses(detector, job))
  const evidence = await gather(job, channel)
  try {
    const encoded = performance.now() - started
    const scores: CellOutcome['scores'] = []
    for (const detector of detectors) {
      channel.progress({ phase: 'scoring', done: scores.length, total: detectors.length })
      const begun = performance.now()
      const { tested, marks } = await testScores(detector, evidence)
      const seconds = (performance.now() - begun) / 1000
      scores.push({ detector: detector.description.id, metrics: measured(tested, marks), seconds })
    }
    const seconds = encoded / 1000 + scores.reduce((sum, score) => sum + score.seconds, 0)
    return { scores, sizes: await measureSizes(detectors, evidence, job), seconds, memory: residentPeak() }
  } finally {
    evidence.close()
  }
}

async function gather(job: CellJob, channel: Channel): Promise<CellEvidence & { close(): void }> {
  const assignment = await readAssignment(job.images)
  const pixels = openReader(job.images)
  const probe = job.probe && await openProbe(job.probe, assignment, pixels, job.seed)
  const members = await loadMembers(job)
  const own: Evidence = { pixels, views: await encodeFor(members, job, pixels, 'own', channel) }
  const rows = cellRows(assignment, job.rule, probe?.count ?? null)
  const anomalies = probe ? { pixels: probe, views: await encodeFor(members, job, probe, 'probe', channel) }
    : someEvidence(own, rows.anomalies)
  const images: FitImages = {
    train: knownPositions(assignment, TRAIN), validation: knownPositions(assignment, VALIDATION),
    classOf: assignment.knownOf, classes: job.images.known.length, seed: job.seed,
  }
  const close = () => {
    probe?.close()
    pixels.close()
  }
  return { own, images, normals: someEvidence(own, rows.normals), anomalies, close }
}

function measured(tested: number[], marks: number[]): Metrics {
  const metrics = metricsOf(tested, marks)
  if (metrics) return metrics
  const anomalies = marks.filter((mark) => mark === 1).length
  const normals = marks.length - anomalies
  const [what, which] = normals === 0 ? ['known', 'normals'] : ['held-out', 'anomalies']
  const counts = `${anomalies} anomalies and ${normals} normals`
  throw Object.assign(
    new Error(`There are ${counts} among the test images: nothing to measure.`),
    { code: 'NO_TEST_IMAGES', hint: `Give the ${what} classes test images: they are the ${which}.` },
  )
}
