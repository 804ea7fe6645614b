// npm run test:package: makes the deb, installs it on this machine, drives it, and removes it. As root, on Debian, because
// that is who installs there; minutes and 2 GB of disk, and therefore no part of `npm test`.
import { packageTests } from './desktopTests.mjs'
import { installMissing } from './installMissing.mjs'
import { makeInstaller } from './package/makeInstaller.mjs'
import { runProgram } from './program.mjs'

await runProgram(async () => {
  const node = await installMissing()
  const [deb] = await makeInstaller(node, 'deb', { offline: true })
  const { passed, failed } = await packageTests(node, deb)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
