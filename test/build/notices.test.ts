import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

interface Locked {
  version: string
  dev?: boolean
  devOptional?: boolean
}

// Where this fails: node build/notices.mjs
test('NOTICES.md names every production package in its locked version', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
  const notices = read('NOTICES.md')
  const production = Object.entries(packages).filter(
    ([folder, entry]) => folder && !entry.dev && !entry.devOptional,
  )
  const missing = production
    .map(([folder, { version }]) => `| ${folder.split('node_modules/').at(-1)} | ${version} |`)
    .filter((row) => !notices.includes(row))
  expect(missing).toEqual([])
})

test('what does not come from npm is named, too', () => {
  for (const name of ['TensorFlow', 'CUDA', 'Node.js', 'libvips', 'Dawn', 'Fashion-MNIST'])
    expect(read('NOTICES.md')).toContain(name)
})
