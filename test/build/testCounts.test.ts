import { expect, test } from 'vitest'

const { addCounts, countTests } = await import(new URL('../../build/testCounts.mjs', import.meta.url).href)

const report = (numbers: object, testResults: object[] = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...numbers,
})

test('what vitest reports is what is counted', () => {
  const counts = countTests(
    report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }),
    1,
  )
  expect(counts).toEqual({ passed: 7, failed: 2, skipped: 2 })
})

test('a test file that cannot be loaded is a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(countTests(report({ numPassedTests: 7 }, [broken]), 1)).toMatchObject({ passed: 7, failed: 1 })
})

test('an error outside all tests, or no report at all, is a failure', () => {
  expect(countTests(report({ numPassedTests: 7 }), 1)).toMatchObject({ passed: 7, failed: 1 })
  expect(countTests(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('checks are added up', () => {
  const check = { passed: 1, failed: 0, skipped: 0 }
  expect(addCounts([check, { passed: 3, failed: 2, skipped: 1 }])).toEqual({
    passed: 4,
    failed: 2,
    skipped: 1,
  })
})
