import path from 'node:path'
import { lastLines, runCommand } from './commands.mjs'

const HEADERS =
  /^tensorflow\/include\/(tensorflow\/c\/|xla\/tsl\/c\/|(tensorflow\/core|tsl)\/platform\/ctstring)/

/** A clean process that opens the binding and prints the version of the TensorFlow behind it. */
const TRY = 'const m = { exports: {} }; process.dlopen(m, process.argv[1]); console.log(m.exports.TF_Version)'

/** Which files of a TensorFlow wheel are needed to run: the C library as the wheel lays it out. */
export function isLibrary(name) {
  return /^tensorflow\/libtensorflow_(cc|framework)\.[^/]+$/.test(name)
}

/** What the licence asks to be handed on with them. */
export function isLicence(name) {
  return /^tensorflow(_cpu)?-[^/]+\.dist-info\/(.*\/)?(LICENSE|NOTICE)[^/]*$/i.test(name) || /^tensorflow\/THIRD_PARTY_NOTICES/i.test(name)
}

/** Which are needed to compile the binding: the headers of the C interface, 1 % of all. */
export function isHeader(name) {
  return HEADERS.test(name)
}

/** Where a runtime's compiled binding lies. */
export function bindingIn(runtime) {
  return path.join(runtime, 'binding', 'tfjs_binding.node')
}

/**
 * Whether a runtime can be loaded, tried in a process of its own without LD_LIBRARY_PATH.
 * @param node the executable of Node 24
 * @param stop an AbortSignal that gives it up
 * @returns {Promise<{loads: boolean, version?: string, why?: string}>}
 */
export async function tryLoading(runtime, node, stop) {
  const { code, signal, stdout, output } = await runCommand(node, ['-e', TRY, bindingIn(runtime)], {
    env: { PATH: process.env.PATH, TF_CPP_MIN_LOG_LEVEL: '2' }, signal: stop,
  })
  if (code === 0) return { loads: true, version: stdout.trim() }
  const reason =
    /^Error: (.*)$/m.exec(output)?.[1] ?? (signal ? `it ended with ${signal}` : lastLines(output, 1))
  return { loads: false, why: reason }
}
