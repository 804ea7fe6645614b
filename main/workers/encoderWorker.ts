import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { describeEncoder } from '../encoders/describeEncoder.ts'
import { EncoderProblem } from '../encoders/encoderProblem.ts'
import { openModel } from '../encoders/onnxModel.ts'
import { serve } from './channel.ts'
import { writeWhole } from './floatFiles.ts'
import type { EncoderResult } from './messages.ts'

/** A model is held twice while it is loaded. */
const MAXIMUM_BYTES = 1024 ** 3

// The process that tries an encoder out. What it leaves is a copy of the very bytes that were tried.
serve('encoder', async ({ file, wishes, threads, target }) => {
  const bytes = await readModel(file)
  const description = await describeEncoder(await openModel(bytes, path.basename(file), threads), wishes)
  await writeWhole(target, bytes)
  return { description, sha256: createHash('sha256').update(bytes).digest('hex') } satisfies EncoderResult
})

async function readModel(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw new EncoderProblem(`${file} is no file.`, 'Name the ONNX file itself.')
    if (stat.size === 0) throw new EncoderProblem(`${file} is empty.`)
    if (stat.size > MAXIMUM_BYTES) {
      throw new EncoderProblem(`${path.basename(file)} has ${Math.ceil(stat.size / 1024 ** 2).toLocaleString('en')} MB; the limit is 1,024 MB.`,
        'Export a smaller network, or its weights in half the precision behind a float32 input.')
    }
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
