import { fileURLToPath } from 'node:url'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))
const out = here('../dist/electron.next')

/** The desktop host for Electron's own Node, which has no packages beside it; a sandboxed preload must be CommonJS. */
export default [
  { input: here('main.ts'), external: ['electron'], platform: 'node', output: { file: `${out}/main.mjs`, format: 'esm' } },
  { input: here('preloadAll.ts'), external: ['electron'], platform: 'node', output: { file: `${out}/preload.cjs`, format: 'cjs' } },
]
