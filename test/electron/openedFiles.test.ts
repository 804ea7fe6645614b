import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { acceleratorOf } from '../../electron/accelerator.ts'
import { filesAmong, screenFor } from '../../electron/openedFiles.ts'
import { Revival } from '../../electron/revival.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

test('of a command line’s arguments those are opened that are there: by name, by path, by address', () => {
  const folder = temporaryFolder()
  const [own, images, zip] = ['main.mjs', 'my images', 'a.zip'].map((name) => path.join(folder, name))
  mkdirSync(images)
  writeFileSync(zip, '')
  writeFileSync(own, '')
  const args = ['--no-sandbox', own, 'a.zip', images, pathToFileURL(images).href, 'https://example.com/a.zip', 'missing']
  expect(filesAmong(args, folder, own)).toEqual([zip, images, images])
})

test('a backup goes to where it is restored, all else becomes the source of a project', () => {
  expect(screenFor('/a b/c&d')).toBe('#/?source=%2Fa+b%2Fc%26d')
  expect(screenFor('/a/Parts.LACUNA')).toBe('#/settings?restore=%2Fa%2FParts.LACUNA')
})

test('keys are told in Electron’s words, or not at all', () => {
  expect(['Mod+K', 'Shift+ArrowDown', 's', '?', 'Mod+ä'].map(acceleratorOf)).toEqual(['CommandOrControl+K', 'Shift+Down', 's', '?', null])
})

test('a page that ends three times within a minute comes again, and a fourth time not', () => {
  const revival = new Revival({ write: () => undefined } as never)
  expect([0, 1000, 70_000, 80_000, 90_000].map((now) => revival.mayAgain(now))).toEqual([true, true, true, true, true])
  expect(() => revival.mayAgain(100_000)).toThrow(/ended 4 times within a minute/)
})
