import { type CellResult, type StudyArm, StudySpec } from '../../main/contract/studies.ts'
import type { Resampling } from '../../main/studies/tables/resampling.ts'
import { stream } from '../../main/models/random.ts'

type Loose = Partial<Omit<StudySpec, 'arms'>> & { arms?: (Partial<StudyArm> & Pick<StudyArm, 'name'>)[] }

export const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** A study of two arms, with the defaults that its file would get. */
export function madeSpec({ arms, ...rest }: Loose = {}): StudySpec {
  const both: NonNullable<Loose['arms']> = arms ?? [
    { name: 'ours', detectors: ['centre', 'divergence'] }, { name: 'cnn', detectors: ['max-softmax'] },
  ]
  return StudySpec.parse({
    name: 'made', question: 'Which one is better?', sets: [{ name: 'mnist' }],
    protocol: { kind: 'each-class', classes: digits },
    arms: both.map((arm) => ({ detectors: ['centre'], ...arm })), ...rest,
  })
}

/** What a cell is of. */
export interface At { set: string; case: string; seed: number; arm: string; varied: CellResult['varied'] }

type Auroc = (at: At, detector: string) => number

/** A cell that is done, with this AUROC by each detector. */
export function madeCell(at: At, detectors: string[], auroc: Auroc, more: Partial<CellResult> = {}): CellResult {
  return {
    key: JSON.stringify(at), ...at, state: 'done', reason: null, members: 5, trainingSeconds: 100, threads: 2,
    scoringSeconds: 2, parameters: 134_165, memory: 400, sizes: [], device: 'CPU', version: '0.1.0',
    ended: '2026-11-24T06:00:00.000Z',
    scores: detectors.map((detector) => ({ detector, metrics: metricsOf(auroc(at, detector)) })), ...more,
  }
}

/** Every cell of the arms as they are and of their variations, done. */
export function madeCells(spec: StudySpec, auroc: Auroc, cases = digits): CellResult[] {
  const ats = spec.sets.flatMap(({ name: set }) => cases.flatMap((held) => spec.seeds.flatMap((seed) =>
    spec.arms.flatMap(({ name: arm }) =>
      variants(spec, arm).map((varied) => ({ set, case: held, seed, arm, varied }))))))
  return ats.map((at) => madeCell(at, spec.arms.find(({ name }) => name === at.arm)!.detectors, auroc))
}

function variants({ vary }: StudySpec, arm: string): CellResult['varied'][] {
  const varied = vary.filter(({ arms }) => arms.includes(arm))
  return [{}, ...varied.flatMap(({ setting, values }) => values.map((value) => ({ [setting]: value })))]
}

function metricsOf(auroc: number): CellResult['scores'][number]['metrics'] {
  const unused = { auprOut: 0.5, auprIn: 0.5, fpr95: 0.5, f1Max: 0.5 }
  return { normals: 9, anomalies: 9, auroc, aurocInterval: [auroc, auroc], ...unused }
}

export const resampling: Resampling = { random: stream, resamples: 2000 }
