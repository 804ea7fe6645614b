// npm run setup: installs what is missing, and says nothing with --quiet where nothing is.
import { runProgram } from './program.mjs'
import { say } from './progress.mjs'
import { installMissing } from './installMissing.mjs'

await runProgram(async (args) => {
  await installMissing()
  if (!args.includes('--quiet')) say('Lacuna is set up. Try: npx lacuna --help')
})
