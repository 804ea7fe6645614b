import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runtimeFolder } from '../main/compute/runtimeFolder.mjs'
import { checkout, inCheckout } from './checkout.mjs'
import { runCommand } from '../main/runtime/commands.mjs'
import { say } from './progress.mjs'
import { countTests } from './testCounts.mjs'

const LINTED = [
  'main', 'renderer', 'electron', 'test', 'build', 'vitest.config.mjs', 'vitest.desktop.config.mjs', 'vitest.package.config.mjs',
  'eslint.config.mjs',
]

/** One a runtime, so that nothing compiles that would not run there. */
const PROJECTS = ['tsconfig.json', 'electron/tsconfig.json', 'test/electron/tsconfig.json', 'test/e2e/tsconfig.json', 'test/package/tsconfig.json']

/** Those with components of Vue in them. */
const VUE_PROJECTS = ['renderer/tsconfig.json', 'test/renderer/tsconfig.json']

/** The type check of each runtime's code, each as one test. */
export async function checkAllTypes(node) {
  const counts = []
  for (const project of PROJECTS) {
    counts.push(await oneTest(`Type check of ${project}`, node, [programOf('typescript'), '-p', project]))
  }
  for (const project of VUE_PROJECTS) {
    counts.push(await oneTest(`Type check of ${project}`, node, [programOf('vue-tsc'), '-p', project]))
  }
  return counts
}

/** The linter, as one test. */
export function lint(node) {
  return oneTest('Lint', node, [programOf('oxlint'), '--deny-warnings', ...LINTED])
}

/** What oxlint does not look into: the components' templates. */
export function lintTemplates(node) {
  return oneTest('Lint of templates', node, [programOf('eslint'), '--max-warnings', '0', 'renderer'])
}

/** The script of an npm package's first command. */
function programOf(name) {
  const { bin } = JSON.parse(readFileSync(inCheckout('node_modules', name, 'package.json'), 'utf8'))
  return inCheckout('node_modules', name, typeof bin === 'string' ? bin : Object.values(bin)[0])
}

async function oneTest(name, node, args) {
  say(`${name} ...`)
  const { code, output } = await runCommand(node, args, { cwd: checkout })
  if (code !== 0) console.log(output.trimEnd())
  console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`)
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * The tests whose paths contain one of `filters`, or all; vitest's own report goes to the terminal.
 * They share the runtime that is set up, and never see the data of whoever runs them.
 * @param more further variables of their environment
 */
export async function runTests(node, filters, { config = 'vitest.config.mjs', more = {} } = {}) {
  say('Tests ...')
  const folder = await mkdtemp(path.join(tmpdir(), 'lacuna-test-'))
  const report = path.join(folder, 'report.json')
  try {
    const env = {
      ...process.env,
      LACUNA_RUNTIME: runtimeFolder(),
      LACUNA_HOME: path.join(folder, 'home'),
      TF_CPP_MIN_LOG_LEVEL: '2',
      ...more,
    }
    const vitest = programOf('vitest')
    const { code } = await runCommand(
      node,
      [vitest, 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
      { cwd: checkout, env, stdio: 'inherit' },
    )
    return countTests(await readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    say(`vitest left no report (${error.message}).`)
    return undefined
  }
}
