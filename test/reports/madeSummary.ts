import type { Ensemble, Member } from '../../main/contract/ensembles.ts'
import type { ImageSet } from '../../main/contract/imageSets.ts'
import { preset } from '../../main/contract/presets.ts'
import type { DetectorDescription, Score } from '../../main/contract/scores.ts'
import type { ReportInput } from '../../main/reports/reportInput.ts'

/** The summary that an engine would send with a made result. */
export function madeSummary(input: ReportInput): Record<string, unknown> {
  return {
    project: 'fashion sample',
    version: '0.1.0',
    created: '2026-11-23T12:00:00.000Z',
    imageSet: imageSet(input),
    ensemble: ensemble(input),
    score: score(input),
    detectorDescription: detector,
    runtime: { tensorflow: '2.21.0', node: 'v24.21.0' },
    machine: { platform: 'linux x64', processor: 'Some processor', cores: 2 },
  }
}

const detector: DetectorDescription = {
  id: 'centre',
  name: 'Closeness to the centre',
  sentence: 'What the network cannot place stays near the centre of the sphere.',
  formula: 's = −|m|',
  source: 'Lacuna',
  reads: 'latent',
  models: ['cl-vae'],
  fewestClasses: 2,
}

function imageSet(input: ReportInput): ImageSet {
  return {
    id: 3,
    projectId: 1,
    name: 'fashion sample',
    source: '/data/fashion',
    kind: 'folder',
    version: 1,
    state: 'ready',
    created: '2026-11-23T11:58:00.000Z',
    classes: input.classNames,
    images: input.paths.length,
    problems: 2,
    pairs: 1,
    byClass: input.classNames.map(() => ({ train: 80, validation: 10, test: 30 })),
    unlabelled: 0,
    warnings: ['3 near duplicates lie in different splits; they are listed with "lacuna pairs 3".'],
    snapshot: { height: 28, width: 28, channels: 1, fit: 'fit', range: [0, 255], sha256: 'a3'.repeat(32) },
  }
}

function ensemble(input: ReportInput): Ensemble {
  const name = (label: number) => input.classNames[label]
  const settings = preset('recommended')
  settings.model.latent = input.dimension
  return {
    id: 2,
    projectId: 1,
    imageSetId: 3,
    name: 'fashion sample 2',
    created: '2026-11-23T11:59:00.000Z',
    settings,
    known: input.known.map(name),
    heldOut: input.heldOut.map(name),
    members: Array.from({ length: 5 }, (_, i) => member(i)),
  }
}

function member(index: number): Member {
  const failed = index === 3
  return {
    index,
    key: `${index}f`.repeat(32),
    state: failed ? 'failed' : 'done',
    reused: index === 1,
    threads: 1,
    reason: failed ? 'The loss was no number at step 612.' : null,
    parameters: 146_295,
    seconds: 61.2 + index,
    device: failed ? null : 'CPU',
    curve: Array.from({ length: failed ? 3 : 20 }, (_, e) => point(e + 1, index)),
    health: failed
      ? null
      : {
          accuracy: 0.91 - index / 100,
          divergence: 6.1,
          activeDimensions: 8,
          smallestAngle: 88.4,
          healthy: index !== 4,
          sentences:
            index === 4
              ? ['Two classes lie on each other: T-shirt and Shirt.']
              : ['All classes are told apart.'],
        },
  }
}

const point = (epoch: number, index: number) => ({
  epoch,
  step: epoch * 80,
  loss: 2 + (6 + index) / epoch,
  reconstruction: 180,
  divergence: 6,
  learningRate: 3e-3,
  seconds: 3,
  validationLoss: 2.3 + (6 + index) / epoch + (epoch > 12 ? (epoch - 12) / 30 : 0),
})

function score(input: ReportInput): Score {
  return {
    id: 9,
    ensembleId: 2,
    imageSetId: 3,
    detector: 'centre',
    created: '2026-11-23T12:00:00.000Z',
    members: 4,
    images: input.paths.length,
    flagged: input.scores.filter((s) => s > input.threshold).length,
    metrics: input.metrics,
    threshold: {
      name: 'default',
      value: input.threshold,
      rule: '5 % of the known validation images lie above it',
    },
    warnings: ['One of 5 members failed; the scores come from 4.'],
  }
}
