import { writeReport } from '../reports/writeReport.ts'
import { serve } from './channel.ts'

serve('report', (job, { progress, cancelled }) => writeReport(job, progress, cancelled))
