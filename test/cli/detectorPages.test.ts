import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectorPages } from '../../main/cli/output/detectorPages.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = path.resolve(import.meta.dirname, '../../docs/detectors')
const pages = detectorPages(detectorDescriptions)

// Where one of these fails: npx lacuna detectors --out docs/detectors
describe('the pages in docs/detectors', () => {
  it('are those of the detectors that there are, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
  })

  it.each([...pages.keys()])('%s says what the registry says now', (file) => {
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(pages.get(file))
  })
})

describe('a page', () => {
  it.each(detectorDescriptions)('on $id has its name, sentence, formula and fewest classes', (detector) => {
    const page = pages.get(`${detector.id}.md`)!
    for (const text of [detector.name, detector.sentence, detector.formula, detector.notes ?? '']) expect(page).toContain(text)
    expect(page).toContain(`| fewest known classes | ${detector.fewestClasses} |`)
  })

  it('keeps a bar within its cell of the table', () => {
    const [one] = detectorDescriptions
    const index = detectorPages([{ ...one, formula: '|a|', source: 'b | c' }]).get('README.md')!
    const [row] = index.split('\n').filter((line) => line.includes(`](${one.id}.md)`))
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(9)
  })
})

it('lacuna detectors --out writes these pages and says where the table of them is', async () => {
  const own = temporaryFolder()
  const { code, stdout } = await lacuna(own, ['detectors', '--out', 'pages'])
  expect([code, path.basename(stdout.trim())]).toEqual([0, 'README.md'])
  for (const [file, text] of pages) expect(readFileSync(path.join(own, 'pages', file), 'utf8')).toBe(text)
})
