import { EngineFailure } from '../../contract/errors.ts'
import { removeStudy } from '../../jobs/study/removeStudy.ts'
import { studyCost } from '../../jobs/study/studyCost.ts'
import type { StudyRecord } from '../../store/studies.ts'
import { builtInStudies } from '../../studies/builtIn.ts'
import { refuseDetectors } from '../../studies/detectorFaults.ts'
import { parseStudy } from '../../studies/parseStudy.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { startStudy } from '../study/startStudy.ts'
import { studyTableProcedures } from './studyTableProcedures.ts'
import { casesOf, cellsOf, runningJob, studyNamed, studyView } from '../study/studyView.ts'

export function studyProcedures(parts: EngineParts) {
  const { builtIn, check, list, show, cost, start, cells, remove } = procedures.studies
  const { store } = parts
  const content = (name: string) => {
    const record = studyNamed(parts, name)
    return { spec: record.spec, cells: cellsOf(parts, record), cases: casesOf(parts, record) }
  }
  return {
    ...studyTableProcedures(parts, content),
    builtIn: builtIn.handler(() => builtInStudies()),
    check: check.handler(({ input }) => parseStudy(input.text, input.file)),
    list: list.handler(() => store.studies.list().map((record) => studyView(parts, record))),
    show: show.handler(({ input }) => {
      const record = studyNamed(parts, input.name)
      return { ...studyView(parts, record), spec: record.spec, cases: casesOf(parts, record) }
    }),
    cost: cost.handler(({ input }) => {
      refuseDetectors(input.spec, parts.detectors)
      return studyCost(parts, input.spec, input.device)
    }),
    start: start.handler(({ input }) => startStudy(parts, input)),
    cells: cells.handler(({ input }) => cellsOf(parts, studyNamed(parts, input.name))),
    remove: remove.handler(({ input }) => ({ freedBytes: removeNamed(parts, studyNamed(parts, input.name)) })),
  }
}

function removeNamed(parts: EngineParts, study: StudyRecord): number {
  const job = runningJob(parts, study.id)
  if (job) {
    throw new EngineFailure('CONFLICT', `The study "${study.name}" is ${job.state}, as job ${job.id}.`,
      'Cancel the job first, or wait for it.')
  }
  const freed = removeStudy(parts.store, study)
  parts.announce({ type: 'changed', what: 'studies', id: study.id })
  return freed
}
