import { InvalidArgumentError } from 'commander'

type Parser<T> = (text: string) => T

/** A whole number within limits. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): Parser<number> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    const limits = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
    throw new InvalidArgumentError(`A whole number ${limits} is expected.`)
  }
}

/** A number above `above` (and below `below`), also as a fraction: 0.5, 1e-3, 1/6. */
export function positiveNumber(above = 0, below = Infinity): Parser<number> {
  return (text) => {
    const value = fraction(text)
    if (value > above && value < below) return value
    const limits = below === Infinity ? `above ${above}` : `between ${above} and ${below}`
    throw new InvalidArgumentError(`A number ${limits} is expected (0.5, 1e-3 or 1/6).`)
  }
}

/** A number from 0 on, also as a fraction. */
export function numberFromZero(text: string): number {
  const value = fraction(text)
  if (value >= 0 && value < Infinity) return value
  throw new InvalidArgumentError('A number from 0 on is expected (0, 0.5 or 1/6).')
}

function fraction(text: string): number {
  const [numerator, denominator, ...rest] = text
    .split('/')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return rest.length ? Number.NaN : numerator / (denominator ?? 1)
}

/** A whole number, or `none`. (Not null: commander would make an empty text of it.) */
export function wholeNumberOrNone(least: number): Parser<number | 'none'> {
  return (text) => (text === 'none' ? text : wholeNumber(least)(text))
}

export interface ImageSize {
  width: number
  height: number
}

/** `64` for a square, `64x48` for width and height in pixels. */
export function imageSize(text: string): ImageSize {
  const match = /^(\d+)(?:[x×](\d+))?$/i.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])]
  if (match && [width, height].every((side) => side >= 8 && side <= 1024)) return { width, height }
  throw new InvalidArgumentError('A side or WIDTHxHEIGHT is expected, each from 8 to 1024 (64 or 64x48).')
}

export interface SplitShares {
  validation: number
  test: number
}

/** `0.1,0.2`: the shares of validation and test images. */
export function splitShares(text: string): SplitShares {
  const [validation, test, ...rest] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (!rest.length && validation >= 0 && test >= 0 && validation + test < 1) return { validation, test }
  throw new InvalidArgumentError(
    'Two shares are expected, validation and test, together less than 1 (0.1,0.2).',
  )
}

/** `0.485,0.456,0.406`: a number for all channels, or one for each. */
export function channelValues(text: string): number[] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if ((values.length === 1 || values.length === 3) && values.every(Number.isFinite)) return values
  throw new InvalidArgumentError('One number is expected, or three (0.485,0.456,0.406).')
}

/** Gathers an option that may be given several times. */
export function gathered(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text]
}
