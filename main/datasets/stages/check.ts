import { SizeSurvey } from '../chooseSize.ts'
import { inOrder } from '../inOrder.ts'
import { LineWriter, readLines } from '../lines.ts'
import type { Header } from '../pictures/header.ts'
import { HEAD_BYTES, readHeader } from '../pictures/header.ts'
import { rangeOf, union } from '../pictures/range.ts'
import { PixelBudget } from '../pixelBudget.ts'
import { toProblem } from '../problems.ts'
import type { Problem } from '../problems.ts'
import type { ImportRun } from '../importRun.ts'
import type { IntensityRange } from '../importRequest.ts'
import type { FoundImage, ImageSource } from '../sources/imageSource.ts'
import { CHECKS_IN_FLIGHT } from '../concurrency.ts'

export type CheckedImage = FoundImage & { header: Header }

/** What the headers tell of the set as a whole. */
export interface Survey {
  images: number
  sizes: SizeSurvey
  /** No file can hold colour. */
  grey: boolean
  /** Of the 16-bit images; undefined where there is none. */
  range: IntensityRange | undefined
}

/** Reads the header of every image found, leaves the good ones in `checked.part`, and surveys them. */
export async function checkImages(run: ImportRun, source: ImageSource, found: number): Promise<Survey> {
  const lines = new LineWriter(run.file('checked.part'))
  const survey: Survey = { images: 0, sizes: new SizeSurvey(), grey: true, range: undefined }
  const images = readLines<FoundImage>(run.file('found.part'))
  let done = 0
  try {
    run.progress('checking', 0, found)
    const budget = new PixelBudget()
    const work = (image: FoundImage) => check(source, image, budget)
    for await (const checked of inOrder(images, CHECKS_IN_FLIGHT, work, run.signal)) {
      if ('problem' in checked) await run.problem(checked.problem)
      else {
        add(survey, checked)
        await lines.write(checked.image)
      }
      run.progress('checking', (done += 1), found)
    }
    await lines.close()
    return survey
  } finally {
    await lines.discard()
  }
}

type Checked = { image: CheckedImage; range?: IntensityRange } | { problem: Problem }

async function check(source: ImageSource, image: FoundImage, budget: PixelBudget): Promise<Checked> {
  try {
    const header = await headerOf(source, image)
    const checked = { image: { ...image, header } }
    if (!header.wide) return checked
    const range = async () => rangeOf(await source.read(image.path), header)
    return { ...checked, range: await budget.use(header.width * header.height, range) }
  } catch (error) {
    return { problem: toProblem(image.path, error) }
  }
}

async function headerOf(source: ImageSource, { path, record }: FoundImage): Promise<Header> {
  if (record) return { format: 'record', ...record, bits: 8, grey: record.channels === 1, wide: false }
  return readHeader(await source.read(path, HEAD_BYTES), () => source.read(path))
}

function add(survey: Survey, { image, range }: { image: CheckedImage; range?: IntensityRange }): void {
  survey.images += 1
  survey.sizes.add(image.header)
  survey.grey &&= image.header.grey
  if (range) survey.range = union(survey.range, range)
}
