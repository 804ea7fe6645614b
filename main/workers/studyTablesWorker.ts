import { studyTables } from '../studies/outputs/studyTables.ts'
import { writeStudyOutputs } from '../studies/outputs/writeOutputs.ts'
import { serve } from './channel.ts'

serve('studyTables', async ({ spec, cells, cases, directory }) => {
  const expected = new Map(Object.entries(cases))
  if (directory !== null) return { files: await writeStudyOutputs(spec, cells, directory, expected) }
  return studyTables(spec, cells, expected)
})
