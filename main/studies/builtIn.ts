import { readdirSync, readFileSync } from 'node:fs'
import type { BuiltInStudy } from '../contract/studies.ts'
import { parseStudy } from './parseStudy.ts'

const folder = new URL('../../resources/studies/', import.meta.url)

/** The studies that come with Lacuna, by name. */
export function builtInStudies(): BuiltInStudy[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml')).toSorted()
  return files.map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const { name, question } = parseStudy(text, file)
    return { name, question, text }
  })
}
