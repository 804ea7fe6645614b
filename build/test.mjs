// npm test: sets up what is missing, then runs every check. `npm test -- metrics` runs the tests of that path
// only.
import { checkAllTypes, lint, lintTemplates, runTests } from './checks.mjs'
import { desktopTestsWherePossible } from './desktopTests.mjs'
import { installMissing } from './installMissing.mjs'
import { runProgram } from './program.mjs'
import { addCounts } from './testCounts.mjs'

await runProgram(async (filters) => {
  const node = await installMissing()
  const counts = filters.length > 0 ? [] : [...(await checkAllTypes(node)), await lint(node), await lintTemplates(node)]
  counts.push(await runTests(node, filters))
  if (filters.length === 0) counts.push(await desktopTestsWherePossible(node))
  const { passed, failed, skipped } = addCounts(counts)
  if (skipped > 0) console.log(`${skipped} skipped`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
