import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const below = (folders) => new RegExp(`^${import.meta.dirname.replaceAll('\\', '/')}/${folders}`)

// Three kinds of tests. Those that drive a browser have the machine to themselves, two files at a time.
export default defineConfig({
  test: {
    globalSetup: ['test/temporaryFiles.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes at once on a quiet machine; on a busy one a second is not enough.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/bench/**',
            'test/electron/**',
            'test/renderer/**',
            'test/e2e/**',
            'test/package/**',
            'node_modules/**',
          ],
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: ['test/renderer/patience.ts', 'test/renderer/nodesOwnFetch.ts', 'test/renderer/blindCanvas.ts'],
          // The engine that they talk to is Node's, not to be made ready for a browser.
          server: {
            deps: {
              inline: ['element-plus'],
              external: [below('main/(?!contract/)'), below('test/(?!renderer/)')],
            },
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
