import { fewestToTest } from './pairedTest.ts'
import type { PrimaryComparison } from './primaryComparisons.ts'

/** One plain sentence on a comparison that was named beforehand. */
export function claimOf(comparison: PrimaryComparison): string {
  const { method, rival, difference, adjusted, verdict } = comparison
  const pair = `${method} and ${rival}`
  if (difference === null) return `${pair} cannot be compared: no cell has a score of both.`
  const interval = `(${signed(difference.lower)} to ${signed(difference.upper)})`
  const measured = `the difference is ${signed(difference.estimate)} ${interval}`
  if (adjusted === null) {
    return `Of ${pair} no difference can be told: ${measured}, and a test needs ${fewestToTest} held-out cases.${
      lacking(comparison)}`
  }
  if (verdict === 'not told') {
    return `Of ${pair} no difference can be told: ${measured}, ${chance(adjusted)} after Holm.${lacking(comparison)}`
  }
  const sign = verdict === 'better' ? 1 : -1
  const [low, high] = [sign * difference.lower, sign * difference.upper].toSorted((a, b) => a - b)
  return `${method} is ${verdict} than ${rival} by ${signed(sign * difference.estimate)} (${signed(low)} to ${
    signed(high)}), ${chance(adjusted)} after Holm.${lacking(comparison)}`
}

/** A difference with three digits and a true minus sign. */
export function signed(value: number): string {
  return value.toFixed(3).replace(/^-(0\.000)$/, '$1').replace('-', '−')
}

/** A probability as papers give it. */
export function chance(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`
}

function lacking({ cells, of }: PrimaryComparison): string {
  return cells === of ? '' : ` On the ${cells} of ${of} cells that both have.`
}
