import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { inCheckout } from '../../build/checkout.mjs'
import { lastLines, runCommand } from './commands.mjs'
import { requireNode24 } from '../../build/node24.mjs'
import { say } from '../../build/progress.mjs'
import { SetupError } from './setupError.mjs'

const SOURCES = inCheckout('node_modules', '@tensorflow', 'tfjs-node-gpu', 'binding')
const NODE_HEADERS = inCheckout('node_modules', 'node-api-headers', 'include')
const MACOS = process.platform === 'darwin'
const LIBRARIES = MACOS
  ? ['libtensorflow_cc.2.dylib', 'libtensorflow_framework.2.dylib']
  : ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']

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

/**
 * Compiles tfjs-node's N-API binding against the libraries in `runtime` (tensorflow/, with its include/).
 * The library is found from the binding's own place ($ORIGIN), so the folder can be moved as a whole.
 * @throws SetupError with what the compiler said
 */
export async function compileBinding(runtime, compiler) {
  const binding = bindingIn(runtime)
  mkdirSync(path.dirname(binding), { recursive: true })
  say('Compiling the binding between Node and TensorFlow ...')
  const { code, output } = await runCommand(compiler, [
    '-std=c++17',
    '-O2',
    '-fPIC',
    '-shared',
    '-DNAPI_VERSION=8',
    '-I',
    NODE_HEADERS,
    '-I',
    path.join(runtime, 'tensorflow', 'include'),
    '-I',
    SOURCES,
    path.join(SOURCES, 'tfjs_backend.cc'),
    path.join(SOURCES, 'tfjs_binding.cc'),
    ...LIBRARIES.map((name) => path.join(runtime, 'tensorflow', name)),
    ...(MACOS
      ? ['-undefined', 'dynamic_lookup', '-Wl,-rpath,@loader_path/../tensorflow']
      : ['-Wl,-rpath,$ORIGIN/../tensorflow']),
    '-o',
    binding,
  ])
  if (code !== 0)
    throw new SetupError(`${compiler} could not compile the binding. It said:\n${lastLines(output, 6)}`)
}

/** The C++ compiler: $CXX, or the first that is there. */
export async function findCompiler() {
  for (const compiler of [process.env.CXX, 'g++', 'clang++', 'c++']) {
    if (compiler && (await runCommand(compiler, ['--version'])).code === 0) return compiler
  }
  throw new SetupError(
    'A C++ compiler is not there: install one (on Debian: apt install g++), then run this again.',
  )
}

/** Where a runtime's compiled binding lies. */
export function bindingIn(runtime) {
  return path.join(runtime, 'binding', 'tfjs_binding.node')
}

/**
 * Whether a runtime can be loaded, tried in a process of its own without LD_LIBRARY_PATH.
 * @returns {Promise<{loads: boolean, version?: string, why?: string}>}
 */
export async function tryLoading(runtime) {
  const { code, signal, stdout, output } = await runCommand(
    requireNode24(),
    ['-e', TRY, bindingIn(runtime)],
    {
      env: { PATH: process.env.PATH, TF_CPP_MIN_LOG_LEVEL: '2' },
    },
  )
  if (code === 0) return { loads: true, version: stdout.trim() }
  const reason =
    /^Error: (.*)$/m.exec(output)?.[1] ?? (signal ? `it ended with ${signal}` : lastLines(output, 1))
  return { loads: false, why: reason }
}
