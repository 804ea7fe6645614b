import { defineConfig } from 'vitest/config'

// The tests that drive Electron: `npm run test:desktop` prepares what they need. One window at a time.
export default defineConfig({
  test: {
    include: ['test/electron/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    globalSetup: ['test/temporaryFiles.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
