import { expect, test } from 'vitest'
import { usualPort } from '../../../main/engine/host/usualPort.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

test('a workspace has the same port each time, among those that are free for all', () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()]
  expect(usualPort(one)).toBe(usualPort(one))
  for (const port of [usualPort(one), usualPort(other)]) {
    expect(port).toBeGreaterThanOrEqual(49_152)
    expect(port).toBeLessThan(65_536)
  }
})
