// npm run bench -- NAME: sets up what is missing and runs test/bench/NAME.ts. Without a name: lists them.
import { readdirSync, readFileSync } from 'node:fs'
import { checkout, inCheckout } from './checkout.mjs'
import { runCommand } from '../main/runtime/commands.mjs'
import { installMissing } from './installMissing.mjs'
import { runProgram } from './program.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

const FOLDER = inCheckout('test', 'bench')

await runProgram(async ([name, ...more]) => {
  if (!name) return list()
  if (!benchmarks().includes(name)) {
    throw new SetupError(`There is no benchmark ${name}: there are ${benchmarks().join(', ') || 'none yet'}.`)
  }
  const node = await installMissing()
  const { code } = await runCommand(node, [inCheckout('test', 'bench', `${name}.ts`), ...more], {
    cwd: checkout,
    stdio: 'inherit',
  })
  return code ?? 1
})

/** Each with the first line of the comment that its file starts with. */
function list() {
  console.log('Usage: npm run bench -- NAME')
  for (const name of benchmarks()) {
    const [, purpose] =
      /^\/[/*]+\s*(.*?)\s*(?:\*\/)?$/m.exec(readFileSync(`${FOLDER}/${name}.ts`, 'utf8')) ?? []
    console.log(`  ${name}${purpose ? `: ${purpose}` : ''}`)
  }
}

function benchmarks() {
  const files = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map((file) => file.name)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
}
