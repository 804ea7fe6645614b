import { checkSize } from '../chooseSize.ts'
import { ImportError } from '../problems.ts'
import type { Colour, ImportRequest, IntensityRange } from '../importRequest.ts'
import { BYTE_RANGE } from '../pictures/range.ts'
import type { Target } from '../pictures/decode.ts'
import type { Survey } from './check.ts'

export interface ChosenSettings {
  target: Target
  /** Undefined: it shows only once the pixels are decoded. */
  colour: Colour | undefined
  warnings: string[]
}

/** Size, colour, fit and range: what is asked for, else what the data suggest. */
export function chooseSettings(request: ImportRequest, survey: Survey): ChosenSettings {
  const asked = request.expected ?? request
  const size = asked.size ?? survey.sizes.choose()
  checkSize(size)
  const colour = asked.colour ?? (survey.grey ? 'grey' : undefined)
  const { range, warnings } = chooseRange(request, survey)
  return { target: { ...size, fit: asked.fit ?? 'fit', range }, colour, warnings }
}

function chooseRange(request: ImportRequest, survey: Survey): { range: IntensityRange; warnings: string[] } {
  const asked = request.expected?.range ?? request.range
  if (asked) checkRange(asked)
  if (!asked) return { range: survey.range ?? BYTE_RANGE, warnings: [] }
  // Training images of 8 bit say nothing about how 16-bit ones are to be scaled.
  const unknown = request.expected && isByteRange(asked) && survey.range && survey.range[1] > BYTE_RANGE[1]
  if (!unknown) return { range: asked, warnings: [] }
  const found = survey.range!.join(' to ')
  const how = `their intensities from ${found} were taken as black to white`
  const warning = `The training images have 8 bit, these 16: ${how}.`
  return { range: survey.range!, warnings: [warning] }
}

function isByteRange([low, high]: IntensityRange): boolean {
  return low === BYTE_RANGE[0] && high === BYTE_RANGE[1]
}

function checkRange([low, high]: IntensityRange): void {
  if (low >= 0 && high > low && high <= 65_535) return
  const what = `An intensity range from ${low} to ${high} is not possible.`
  throw new ImportError('range', what, 'Give two numbers from 0 to 65535, the lower one first.')
}
