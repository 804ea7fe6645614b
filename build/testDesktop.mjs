// npm run test:desktop: drives the desktop application; with the name of a file, those of its tests only.
import { desktopTests } from './desktopTests.mjs'
import { installMissing } from './installMissing.mjs'
import { runProgram } from './program.mjs'

await runProgram(async (filters) => {
  const { passed, failed } = await desktopTests(await installMissing(), filters)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
