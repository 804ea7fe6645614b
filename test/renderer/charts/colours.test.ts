import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(path.resolve('renderer/style/tokens.css'), 'utf8')
const [light, dark] = [':root', 'html.dark'].map((theme) => {
  const block = css.slice(css.indexOf(`${theme} {`)).split('}')[0]
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
  )
})

/** WCAG 2.2: relative luminance, and the contrast of two of them. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

const themes = [
  ['light', light],
  ['dark', dark],
] as const
const texts = ['ink', 'muted', 'accent', 'anomaly-text', 'warn-text', 'danger', 'good']
const marks = ['anomaly', 'edge', 'warn', ...Array.from({ length: 7 }, (_, i) => `class-${i}`)]

test.each(themes)('%s: every text has at least 4.5 to 1 on the page, and on wells', (_, theme) => {
  for (const name of texts) {
    expect(contrast(theme[name], theme.page), `${name} on page`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme[name], theme.well), `${name} on well`).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(theme['on-accent'], theme.accent)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(theme.ink, theme.chosen)).toBeGreaterThanOrEqual(4.5)
})

test.each(themes)('%s: every mark and edge has at least 3 to 1 on the page', (_, theme) => {
  for (const name of marks) expect(contrast(theme[name], theme.page), name).toBeGreaterThanOrEqual(3)
})
