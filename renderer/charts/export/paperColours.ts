import type { Colours } from '../useColours.ts'

/** Families that only a browser knows: where a saved picture is opened later, a named one must be found. */
const onlyInBrowsers = /^(system-ui|-apple-system|BlinkMacSystemFont)$/

/**
 * Has something drawn in the light theme's colours and in named fonts, whatever theme is shown: a saved picture goes on
 * white paper.
 */
export function onPaper<T>(draw: (colours: Colours) => T): T {
  const paper = document.createElement('div')
  paper.className = 'on-paper'
  paper.hidden = true
  document.body.append(paper)
  const style = getComputedStyle(paper)
  const colours: Colours = (property) => {
    const value = style.getPropertyValue(property).trim()
    return property === '--font' ? namedFonts(value) : value
  }
  try {
    return draw(colours)
  } finally {
    paper.remove()
  }
}

/**
 * A list of font families without those that have a name in browsers alone, in single quotes: ECharts writes it into an
 * attribute as it is.
 */
export function namedFonts(families: string): string {
  const names = families.replaceAll('"', "'").split(',').map((family) => family.trim())
  return names.filter((family) => !onlyInBrowsers.test(family)).join(', ')
}
