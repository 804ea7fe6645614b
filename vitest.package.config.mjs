import { defineConfig } from 'vitest/config'

// The tests of the installer itself: `npm run test:package` makes it and prepares what they need.
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    globalSetup: ['test/temporaryFiles.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
