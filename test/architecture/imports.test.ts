import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

interface Report { summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number } }

async function cruise(): Promise<Report['summary']> {
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [cruiser, 'main', 'electron', 'renderer', 'build', '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  const run = promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 })
  const { stdout } = await run.catch((error: { stdout: string }) => error)
  return (JSON.parse(stdout) as Report).summary
}

it('imports follow the architecture’s arrows: no circle, no forbidden folder, nothing that is not there, each library in its place', async () => {
  const { violations, totalCruised } = await cruise()
  expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
  expect(totalCruised).toBeGreaterThan(100)
})
