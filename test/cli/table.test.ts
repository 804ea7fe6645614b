import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { table } from '../../main/cli/output/table.ts'

const rows = [
  { id: 1, name: '模様のある布', path: `deep/${'folder/'.repeat(20)}image.png` },
  { id: 200, name: 'a\u001b[31mred', path: 'x.png' },
]
const columns = [
  { header: 'id', text: (row: (typeof rows)[0]) => String(row.id), right: true },
  { header: 'name', text: (row: (typeof rows)[0]) => row.name, cut: 'end' as const },
  { header: 'path', text: (row: (typeof rows)[0]) => row.path, cut: 'middle' as const },
]

describe('a table', () => {
  test('keeps its columns under each other whatever the width of the characters', () => {
    const lines = table(rows, columns).split('\n')
    const at = lines.map((line) => stringWidth(line.slice(0, line.search(/path|deep|x\.png/))))
    expect(new Set(at).size).toBe(1)
  })

  test('fits the terminal by cutting paths in their middle, and nothing that may not be cut', () => {
    const lines = table(rows, columns, 60).split('\n')
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60)
    expect(lines[1]).toMatch(/^ {2}1 .*deep\/.*….*image\.png$/)
  })

  test('cuts nothing in a pipe', () => {
    expect(table(rows, columns)).toContain(rows[0].path)
  })

  test('lets no control character through', () => {
    expect(table(rows, columns)).toContain('a\\u{1b}[31mred')
  })
})
