import { writeReport } from '../reports/writeReport.ts'
import { serve } from './channel.ts'

serve('report', async (job, { progress, cancelled }) => ({
  files: await writeReport(job, progress, cancelled),
}))
