import { describe, expect, test } from 'vitest'
import { themes } from '../../main/reports/page/colours.ts'

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe.each(Object.entries(themes))('the %s colours', (_name, theme) => {
  test.each(['ink', 'muted', 'anomaly-text'] as const)('%s is readable text (4.5 : 1)', (colour) => {
    expect(contrast(theme[colour], theme.page)).toBeGreaterThanOrEqual(4.5)
    if (colour !== 'anomaly-text') expect(contrast(theme[colour], theme.well)).toBeGreaterThanOrEqual(4.5)
  })

  const marks = Object.keys(theme).filter((key) => /^(class-|accent|anomaly$|warn|faint)/.test(key))
  test.each(marks)('%s is a mark that can be seen (3 : 1)', (colour) => {
    expect(contrast(theme[colour as keyof typeof theme], theme.page)).toBeGreaterThanOrEqual(3)
  })
})
