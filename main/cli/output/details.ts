import stringWidth from 'string-width'
import { visible } from '../../reports/text.ts'

/** Terms and what they are, one a line, the values under each other. Absent values are left out. */
export function details(entries: [string, string | null | undefined][]): string {
  const shown = entries.filter((entry): entry is [string, string] => entry[1] != null && entry[1] !== '')
  const width = Math.max(0, ...shown.map(([term]) => stringWidth(term)))
  return shown
    .map(([term, value]) => `${term}${' '.repeat(width - stringWidth(term))}  ${visible(value)}`)
    .join('\n')
}
