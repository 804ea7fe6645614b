import type { ThresholdRule } from '../../main/contract/thresholds.ts'

/** A rule as the address has it: `quantile:0.05`, `top:50`, `f1-max`. */
export function ruleText(rule: ThresholdRule): string | null {
  switch (rule.kind) {
    case 'value':
      return null
    case 'top':
      return `top:${rule.images}`
    case 'f1-max':
      return 'f1-max'
    case 'quantile':
      return `quantile:${rule.rate}`
    case 'false positives':
      return `false-positives:${rule.rate}`
  }
}

/** Null where the text is none. */
export function parseRule(text: string | null): ThresholdRule | null {
  const [kind, parameter] = (text ?? '').split(':')
  const number = parameter === undefined || parameter === '' ? NaN : Number(parameter)
  if (kind === 'f1-max') return { kind }
  if (kind === 'top') return Number.isInteger(number) && number >= 1 ? { kind, images: number } : null
  if (!(number >= 0 && number < 1)) return null
  if (kind === 'quantile') return { kind, rate: number }
  return kind === 'false-positives' ? { kind: 'false positives', rate: number } : null
}
