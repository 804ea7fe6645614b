import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataHome, runtimeFolder, runtimeInUse } from '../../main/compute/runtimeFolder.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lacuna-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['linux', {}, '/home/ada/.local/share/lacuna'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/lacuna'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/lacuna'],
  ['darwin', {}, '/home/ada/Library/Application Support/Lacuna'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/Lacuna'],
  ['linux', { LACUNA_HOME: '/mine', XDG_DATA_HOME: '/data' }, '/mine'],
] as const)(
  "data lies in the system's place for it, or where $LACUNA_HOME says: %s %j",
  (platform, env, place) => {
    expect(dataHome(env, platform, '/home/ada')).toBe(place)
  },
)

test('the runtime lies in the data home, or where $LACUNA_RUNTIME says', () => {
  expect(runtimeFolder({ LACUNA_HOME: '/mine' })).toBe(path.join('/mine', 'runtime'))
  expect(runtimeFolder({ LACUNA_HOME: '/mine', LACUNA_RUNTIME: '/shared/runtime' })).toBe('/shared/runtime')
})

test('an empty $HOME does not put data into the working folder', () => {
  const home = process.env.HOME
  process.env.HOME = ''
  try {
    expect(path.isAbsolute(dataHome({}))).toBe(true)
  } finally {
    process.env.HOME = home
  }
})

test('the runtime in use is the one that `current` names, once its set-up is complete', () => {
  expect(runtimeInUse(folder)).toBeUndefined()
  writeFileSync(path.join(folder, 'current'), 'tensorflow-9.9.9-cpu\n')
  expect(runtimeInUse(folder)).toBeUndefined()
  const own = path.join(folder, 'tensorflow-9.9.9-cpu')
  mkdirSync(own)
  writeFileSync(path.join(own, 'runtime.json'), '{"flavour":"cpu","version":"9.9.9"}')
  const binding = path.join(own, 'binding', 'tfjs_binding.node')
  expect(runtimeInUse(folder)).toEqual({ flavour: 'cpu', version: '9.9.9', path: own, binding })
})

test('the runtime that came with an installed Lacuna is used until another one is set up', () => {
  const put = (place: string, flavour: string) => {
    mkdirSync(path.join(place, flavour), { recursive: true })
    writeFileSync(path.join(place, 'current'), flavour)
    writeFileSync(path.join(place, flavour, 'runtime.json'), JSON.stringify({ flavour, version: '9.9.9' }))
  }
  const [own, shipped] = ['own', 'shipped'].map((name) => path.join(folder, name))
  put(shipped, 'cpu')
  expect(runtimeInUse(own, shipped)?.path).toBe(path.join(shipped, 'cpu'))
  put(own, 'cuda')
  expect(runtimeInUse(own, shipped)?.path).toBe(path.join(own, 'cuda'))
})

test('a damaged description is named, with what to do', () => {
  writeFileSync(path.join(folder, 'current'), 'broken')
  mkdirSync(path.join(folder, 'broken'))
  writeFileSync(path.join(folder, 'broken', 'runtime.json'), '{"flav')
  expect(() => runtimeInUse(folder)).toThrow(/runtime\.json is damaged: run "npm run runtime -- remove"/)
})
