import { chmodSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { socketPath } from '../../../main/engine/host/socketPath.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

afterEach(() => vi.unstubAllEnvs())

test.skipIf(process.platform === 'win32')(
  'the socket lies in a folder that only this user can enter, one for each workspace',
  () => {
    const folder = temporaryFolder()
    vi.stubEnv('XDG_RUNTIME_DIR', folder)
    const [a, b] = [temporaryFolder(), temporaryFolder()].map(socketPath)
    expect(path.dirname(a)).toBe(path.join(folder, 'lacuna'))
    expect(statSync(path.dirname(a)).mode & 0o777).toBe(0o700)
    expect(a).not.toBe(b)
  },
)

test.skipIf(process.platform === 'win32')('a folder that others may enter is refused with a sentence', () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'lacuna'))
  chmodSync(path.join(folder, 'lacuna'), 0o755)
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  expect(() => socketPath(temporaryFolder())).toThrow('others may enter it')
})

test.skipIf(process.platform === 'win32')(
  "where the folder's own path is too long for a socket, another one is taken",
  () => {
    const long = path.join(temporaryFolder(), 'x'.repeat(100))
    mkdirSync(long)
    vi.stubEnv('XDG_RUNTIME_DIR', long)
    expect(Buffer.byteLength(socketPath(temporaryFolder()))).toBeLessThan(104)
  },
)
