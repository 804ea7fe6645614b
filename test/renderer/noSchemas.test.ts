import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const read = (file: string) => readFileSync(file, 'utf8')
const imported = (text: string, from: RegExp) =>
  [...text.matchAll(/^import (?!type )[^;]*? from '([^']+)'/gm)].map(([, name]) => name).filter((name) => from.test(name))

/** The library of the schemas tries whether it may make functions of text, which the window's policy forbids. */
test('the window takes types of the contract, and values only of files without schemas', () => {
  const files = (readdirSync(path.join(root, 'renderer'), { recursive: true }) as string[])
    .filter((name) => /\.(ts|vue)$/.test(name)).map((name) => path.join(root, 'renderer', name))
  const taken = files.flatMap((file) =>
    imported(read(file), /main\/contract\//).map((name) => path.resolve(path.dirname(file), name)))
  expect(taken.length).toBeGreaterThan(10)
  const withSchemas = [...new Set(taken)].filter((file) => reaches(file, 'zod'))
  expect(withSchemas.map((file) => path.relative(root, file))).toEqual([])
})

function reaches(file: string, library: string): boolean {
  const text = read(file)
  if (imported(text, new RegExp(`^${library}$`)).length > 0) return true
  return imported(text, /^\.\//).some((name) => reaches(path.resolve(path.dirname(file), name), library))
}
