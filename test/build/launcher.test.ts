import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND_LINE = `
const [what, ...more] = process.argv.slice(2)
if (what === 'echo') console.log(JSON.stringify(more))
if (what === 'exit') process.exitCode = Number(more[0])
if (what === 'die') process.kill(process.pid, 'SIGKILL')
if (what === 'wait') {
  process.on('SIGTERM', () => { console.log('told to stop'); process.exit(7) })
  setInterval(() => {}, 1000)
  console.log('waiting')
}
`

/** A checkout with a command line that does what the tests want. */
let checkout: string
const launcher = () => path.join(checkout, 'main', 'cli', 'lacuna.mjs')

beforeAll(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'lacuna-checkout-'))
  for (const file of [
    'main/cli/lacuna.mjs',
    'build/node24.mjs',
    'build/checkout.mjs',
    'main/runtime/setupError.mjs',
  ]) {
    cpSync(path.join(ROOT, file), path.join(checkout, file))
  }
  writeFileSync(path.join(checkout, 'package.json'), '{"type":"module"}')
  writeFileSync(path.join(checkout, 'main', 'cli', 'index.ts'), COMMAND_LINE)
  mkdirSync(path.join(checkout, 'node_modules', 'commander'), { recursive: true })
})
afterAll(() => rmSync(checkout, { recursive: true }))

function run(args: string[]): Promise<{ code: unknown; signal: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher(), ...args], (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, signal: error?.signal, stdout, stderr })
    })
  })
}

test('arguments and output pass through', async () => {
  const { code, stdout } = await run(['echo', 'a b', '--json', 'ä'])
  expect(JSON.parse(stdout)).toEqual(['a b', '--json', 'ä'])
  expect(code).toBe(0)
})

test('the exit code passes through, and so does death by a signal', async () => {
  expect((await run(['exit', '3'])).code).toBe(3)
  expect((await run(['die'])).signal).toBe('SIGKILL')
})

test('a signal reaches the command line, which decides how to end', async () => {
  const child = spawn(process.execPath, [launcher(), 'wait'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (text.includes('waiting')) child.kill('SIGTERM')
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(said).toContain('told to stop')
  expect(code).toBe(7)
})

test('before set-up it says what to run', async () => {
  rmSync(path.join(checkout, 'node_modules'), { recursive: true })
  const { code, stderr } = await run(['echo'])
  expect(stderr).toBe(`Lacuna is not set up yet: run "npm run setup" in ${checkout}${path.sep}\n`)
  expect(code).toBe(1)
})

test('it may be called by a link, as node_modules/.bin does', async () => {
  mkdirSync(path.join(checkout, 'node_modules', 'commander'), { recursive: true })
  const link = path.join(checkout, 'node_modules', 'lacuna')
  symlinkSync('../main/cli/lacuna.mjs', link)
  const stdout = await new Promise((resolve) =>
    execFile(process.execPath, [link, 'echo', '1'], (_e, out) => resolve(out)),
  )
  expect(stdout).toBe('["1"]\n')
})
