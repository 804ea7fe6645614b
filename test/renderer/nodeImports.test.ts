import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

// `node:` imports compile as soon as Node's types are among the files, whoever brings them along.
test('none of Node\'s types reach the window, so that what is Node\'s does not compile in it', async () => {
  const compiler = path.resolve('node_modules/vue-tsc/bin/vue-tsc.js')
  const args = [compiler, '-p', 'renderer/tsconfig.json', '--listFilesOnly']
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 })
  expect(stdout).toContain('renderer/App.vue')
  expect(stdout.split('\n').filter((file) => file.includes('@types/node/'))).toEqual([])
})
