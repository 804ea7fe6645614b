import { score } from '../../format.ts'

/** A value that is written beside an axis, and where it is. */
export interface Tick { at: number; text: string }

const steps = [1, 2, 5, 10]

/**
 * Round values between two places of an axis, about `most` of them or fewer.
 * @param log whether places are decimal logarithms of values
 */
export function ticks(from: number, to: number, log: boolean, most: number): Tick[] {
  if (!log) return evenTicks(from, to, most).map((at) => ({ at, text: score(at) }))
  const values = to - from > 0.8 ? roundValues(from, to, most) : evenTicks(10 ** from, 10 ** to, most)
  return values.filter((value) => value > 0).map((value) => ({ at: Math.log10(value), text: score(value) }))
}

function evenTicks(from: number, to: number, most: number): number[] {
  const least = (to - from) / Math.max(1, most)
  if (!(least > 0)) return []
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * steps.find((one) => one * power >= least * 0.999)!
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** 1, 2, 5, 10, 20 and so on, or with less room powers of ten alone. */
function roundValues(from: number, to: number, most: number): number[] {
  const wanted = 3 * (to - from) <= most ? [1, 2, 5] : [1]
  const powers = Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, i) => 10 ** (Math.floor(from) + i))
  return powers
    .flatMap((power) => wanted.map((one) => Number((one * power).toPrecision(3))))
    .filter((value) => Math.log10(value) >= from && Math.log10(value) <= to)
}
