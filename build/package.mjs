// npm run package -- deb|AppImage|dmg|nsis|dir: makes an installer in out/installers; with --offline of nothing that
// npm and Debian do not have: the Electron of the tests, and dpkg-deb in place of fpm (deb and dir only).
import { runProgram } from './program.mjs'
import { say } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'
import { installMissing } from './installMissing.mjs'
import { makeInstaller, TARGETS } from './package/makeInstaller.mjs'

const USAGE = `Usage: npm run package -- ${TARGETS.join('|')} [--offline]`

await runProgram(async (args) => {
  const [target, ...more] = args.filter((arg) => arg !== '--offline')
  if (more.length > 0 || !TARGETS.includes(target)) throw new SetupError(USAGE)
  const made = await makeInstaller(await installMissing(), target, { offline: args.includes('--offline') })
  for (const file of made) say(file)
})
