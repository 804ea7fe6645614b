import { importImages } from '../datasets/importImages.ts'
import { ensureSample } from '../datasets/sample.ts'
import { serve } from './channel.ts'

serve('import', async (job, channel) => {
  if (job.sample) await ensureSample(job.request.source)
  return importImages(job.request, channel.progress, channel.cancelled)
})
