import { hash } from 'node:crypto'
import { DECODES_IN_FLIGHT } from '../concurrency.ts'
import type { ImportRun } from '../importRun.ts'
import { inOrder } from '../inOrder.ts'
import { readLines } from '../lines.ts'
import { decode } from '../pictures/decode.ts'
import type { Target } from '../pictures/decode.ts'
import { PixelBudget } from '../pixelBudget.ts'
import { toProblem } from '../problems.ts'
import type { Problem } from '../problems.ts'
import type { ImageSource } from '../sources/imageSource.ts'
import type { CheckedImage } from './check.ts'
import { DecodedOutput } from './decodedOutput.ts'
import type { DecodedImage, DecodedSet } from './decodedOutput.ts'

/**
 * Decodes every checked image into `pixels.part`, its row into `decoded.part`, and what groups need into
 * memory.
 */
export async function decodeAll(
  run: ImportRun,
  source: ImageSource,
  images: number,
  target: Target,
  channels: 1 | 3,
): Promise<DecodedSet> {
  const output = await DecodedOutput.open(run, { ...target, channels })
  const checked = readLines<CheckedImage>(run.file('checked.part'))
  let done = 0
  try {
    run.progress('decoding', 0, images)
    const budget = new PixelBudget()
    const work = (image: CheckedImage) => decodeOne(source, image, target, budget)
    for await (const result of inOrder(checked, DECODES_IN_FLIGHT, work, run.signal)) {
      if ('problem' in result) await run.problem(result.problem)
      else await output.add(result)
      run.progress('decoding', (done += 1), images)
    }
    return await output.finish()
  } finally {
    await output.discard()
  }
}

async function decodeOne(
  source: ImageSource,
  image: CheckedImage,
  target: Target,
  budget: PixelBudget,
): Promise<DecodedImage | { problem: Problem }> {
  try {
    return await budget.use(image.header.width * image.header.height, async () => {
      const bytes = await source.read(image.path)
      return { image, hash: hash('sha256', bytes, 'buffer'), ...(await decode(bytes, image.header, target)) }
    })
  } catch (error) {
    return { problem: toProblem(image.path, error) }
  }
}
