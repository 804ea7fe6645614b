import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

/** A window of one line, with what else it is built from. */
function smallRenderer() {
  const root = temporaryFolder()
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  write('package-lock.json', '{}')
  write('main/contract/contract.ts', 'export const version = 1\n')
  write('renderer/vite.config.mjs', 'export default { root: import.meta.dirname }\n')
  write('renderer/index.html', '<!doctype html><title>Lacuna</title><script type="module" src="./main.ts"></script>\n')
  write('renderer/main.ts', "import { version } from '../main/contract/contract.ts'\ndocument.title = `Lacuna ${version}`\n")
  const page = path.join(root, 'dist', 'renderer', 'index.html')
  return { root, write, page, build: () => ensureRenderer(process.execPath, root) }
}

test('the window is built once, and again when a source of it, or the contract, changed', async () => {
  const { write, page, build } = smallRenderer()
  await build()
  utimesSync(page, 1, 1)
  await build()
  expect(statSync(page).mtimeMs).toBe(1000)
  write('main/contract/contract.ts', 'export const version = 22\n')
  await build()
  expect(statSync(page).mtimeMs).not.toBe(1000)
})

test('a window that cannot be built is told with what is wrong, and the one before it stays', async () => {
  const { write, page, build, root } = smallRenderer()
  await build()
  const before = readFileSync(page, 'utf8')
  write('renderer/main.ts', "import './missing.ts'\n")
  await expect(build()).rejects.toMatchObject({ name: 'SetupError', message: expect.stringMatching(/^Building the window failed:[^]*missing\.ts/) })
  expect(readFileSync(page, 'utf8')).toBe(before)
  expect(existsSync(path.join(root, 'out', 'renderer', 'lock'))).toBe(false)
})
