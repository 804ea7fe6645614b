// npm run pictures: makes the pictures of docs/pictures, which the README shows.
import { runtimeFolder } from '../main/compute/runtimeFolder.mjs'
import { checkout, inCheckout } from './checkout.mjs'
import { runCommand } from '../main/runtime/commands.mjs'
import { installMissing } from './installMissing.mjs'
import { runProgram } from './program.mjs'

await runProgram(async () => {
  const node = await installMissing()
  const env = { ...process.env, LACUNA_RUNTIME: runtimeFolder(), TF_CPP_MIN_LOG_LEVEL: '2' }
  const script = inCheckout('test', 'e2e', 'pictures.ts')
  const { code } = await runCommand(node, [script], { cwd: checkout, env, stdio: 'inherit' })
  return code ?? 1
})
