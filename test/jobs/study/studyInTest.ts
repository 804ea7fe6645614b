import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ComputeDevice } from '../../../main/contract/settings.ts'
import { StudySpec } from '../../../main/contract/studies.ts'
import type { EngineOptions } from '../../../main/engine/startEngine.ts'
import type { CellJob } from '../../../main/workers/messages.ts'
import { engineInTest } from '../../engine/engineInTest.ts'

/** A study of the set that the tests import, with one arm whose members take milliseconds. */
export function tinyStudy(changes: Record<string, unknown> = {}): StudySpec {
  return StudySpec.parse({
    name: 'tiny', question: 'Q?', sets: [{ name: 'set' }], protocol: { kind: 'each-class', classes: ['a', 'b'] },
    arms: [tinyArm('one')], ...changes,
  })
}

export const tinyArm = (name: string, changes: Record<string, unknown> = {}) =>
  ({ name, members: 2, training: { epochs: 3, batch: 5, leastSteps: 0 }, detectors: ['plain'], ...changes })

type More = { limit?: number; results?: string; device?: ComputeDevice }

/** An engine with the set of three classes in it, and what the tests of studies do. */
export async function studyEngine(options: Partial<EngineOptions> = {}) {
  const there = await engineInTest(options)
  const { api, ended, workspace } = there
  const start = (spec: StudySpec, more: More = {}) => api.studies.start({ spec, ...more })
  return {
    ...there, start,
    run: async (spec: StudySpec, more: More = {}) => ended((await start(spec, more)).jobId),
    cells: (name = 'tiny') => api.studies.cells({ name }),
    /** What the workers were asked that measure cells. */
    asked: (): CellJob[] => readFileSync(path.join(workspace, 'cells.ndjson'), 'utf8').trim().split('\n')
      .map((line) => JSON.parse(line)),
  }
}
