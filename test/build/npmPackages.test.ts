import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const { ensureNpmPackages, npmPackagesMatch } = await import(
  new URL('../../build/npmPackages.mjs', import.meta.url).href
)

const CSV = { version: '1.0.0', integrity: 'sha512-a' }
const OTHER_SYSTEM = { version: '1.0.0', integrity: 'sha512-b', optional: true, os: ['plan9'] }
const THIS_SYSTEM = { ...OTHER_SYSTEM, os: [process.platform], cpu: process.arch }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lacuna-packages-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function lock(packages: Record<string, object>): void {
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }))
}

/** As npm does: the packages' folders, and a record of them. */
function install(packages: Record<string, object>): void {
  for (const name of Object.keys(packages)) mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}

test('what is installed as locked need not be installed', () => {
  lock({ 'node_modules/csv': CSV, 'node_modules/plan9': OTHER_SYSTEM })
  install({ 'node_modules/csv': CSV })
  expect(npmPackagesMatch(folder)).toBe(true)
})

test.each([
  ['another version', { 'node_modules/csv': { ...CSV, version: '2.0.0' } }],
  ['another content', { 'node_modules/csv': { ...CSV, integrity: 'sha512-c' } }],
  ['one too many', { 'node_modules/csv': CSV, 'node_modules/more': CSV }],
])('%s must be installed', (_what, installed) => {
  lock({ 'node_modules/csv': CSV })
  install(installed)
  expect(npmPackagesMatch(folder)).toBe(false)
})

test("a missing package must be installed, also an optional one of this system's", () => {
  lock({ 'node_modules/csv': CSV })
  expect(npmPackagesMatch(folder)).toBe(false)
  install({ 'node_modules/csv': CSV })
  lock({ 'node_modules/csv': CSV, 'node_modules/native': THIS_SYSTEM })
  expect(npmPackagesMatch(folder)).toBe(false)
})

test('a package whose folder was deleted must be installed', () => {
  lock({ 'node_modules/csv': CSV })
  install({ 'node_modules/csv': CSV })
  rmSync(path.join(folder, 'node_modules', 'csv'), { recursive: true })
  expect(npmPackagesMatch(folder)).toBe(false)
})

describe('npm', () => {
  const { PATH, npm_execpath: npmInUse } = process.env
  const log = () => path.join(folder, 'calls.log')

  /** Puts a script in npm's place; it runs in the folder of package-lock.json. */
  function fakeNpm(script: string): void {
    writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\necho called >> calls.log\n${script}\n`)
    chmodSync(path.join(folder, 'npm'), 0o755)
    process.env.PATH = `${folder}${path.delimiter}${PATH}`
    delete process.env.npm_execpath
  }

  afterEach(() => {
    process.env.PATH = PATH
    if (npmInUse) process.env.npm_execpath = npmInUse
  })

  test("a failure is told in npm's words, without its usage", async () => {
    lock({ 'node_modules/csv': CSV })
    fakeNpm('echo "npm error network is down" >&2; echo "npm error" >&2; exit 1')
    await expect(ensureNpmPackages(folder)).rejects.toThrow(/could not install.*\nnpm error network is down$/)
  })

  test('two set-ups at once install once', async () => {
    lock({ 'node_modules/csv': CSV })
    const record = JSON.stringify({ packages: { 'node_modules/csv': CSV } })
    fakeNpm(`sleep 0.3; mkdir -p node_modules/csv; echo '${record}' > node_modules/.package-lock.json`)
    await Promise.all([ensureNpmPackages(folder), ensureNpmPackages(folder)])
    expect(readFileSync(log(), 'utf8')).toBe('called\n')
  })
})
