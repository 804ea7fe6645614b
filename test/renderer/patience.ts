import { vi } from 'vitest'

// What is waited for comes at once on a quiet machine; on a busy one vitest's second is not enough. It is what
// `expect.poll` has in vitest.config.mjs, which has no setting for this one.
const patience = { timeout: 20_000 }
const { waitFor } = vi
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { ...patience, ...options })
