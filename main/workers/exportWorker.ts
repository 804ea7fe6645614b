import { serve } from './channel.ts'
import { runExport } from './exportTask.ts'

serve('export', runExport)
