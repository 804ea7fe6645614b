import { prepareDecoding } from '../datasets/concurrency.ts'
import { redecode } from '../datasets/redecode.ts'
import { openSource } from '../datasets/sources/openSource.ts'
import { serve } from './channel.ts'
import type { Redecoded } from '../datasets/redecode.ts'

// The process that decodes the originals of an import again, to see whether they give the same pixels.
serve('pixels', async ({ source, unlabelled, rows, shape, images, target }, { progress, cancelled }): Promise<Redecoded> => {
  prepareDecoding()
  const originals = await openSource(source, { unlabelled })
  try {
    const told = (done: number) => progress({ phase: 'decoding', done, total: images })
    return await redecode(originals, rows, shape, target, told, cancelled)
  } finally {
    await originals.close()
  }
})
