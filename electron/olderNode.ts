import workerThreads from 'node:worker_threads'
import zlib from 'node:zlib'

// undici needs a Node 22 at least, of which it uses nothing here: Electron has it from its version 35 on, and the tests run
// in an older one. To be imported before undici.
const missing = () => {
  throw new Error('This Electron is too old for that.')
}
const markAsUncloneable = () => undefined
if (!('createZstdDecompress' in zlib)) Object.assign(zlib, { createZstdDecompress: missing })
if (!('markAsUncloneable' in workerThreads)) Object.assign(workerThreads, { markAsUncloneable })
