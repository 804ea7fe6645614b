import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { bindingIn } from '../../main/runtime/binding.mjs'
import { lastLines, runCommand } from '../../main/runtime/commands.mjs'
import { SetupError } from '../../main/runtime/setupError.mjs'
import { inCheckout } from '../checkout.mjs'

const SOURCES = inCheckout('node_modules', '@tensorflow', 'tfjs-node-gpu', 'binding')
const NODE_HEADERS = inCheckout('node_modules', 'node-api-headers', 'include')
const MACOS = process.platform === 'darwin'
const LIBRARIES = MACOS
  ? ['libtensorflow_cc.2.dylib', 'libtensorflow_framework.2.dylib']
  : ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']

/** The binding as a checkout gets it: compiled, which needs the wheel's headers and a C++ compiler. */
export function compiledBinding() {
  let compiler
  return {
    needsHeaders: true,
    // Before the long download, not after it.
    prepare: async () => {
      compiler = await findCompiler()
    },
    make: (runtime, say) => compileBinding(runtime, compiler, say),
  }
}

/**
 * Compiles tfjs-node's N-API binding against the libraries in `runtime` (tensorflow/, with its include/).
 * The library is found from the binding's own place ($ORIGIN), so the folder can be moved as a whole.
 * @throws SetupError with what the compiler said
 */
async function compileBinding(runtime, compiler, say) {
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
async function findCompiler() {
  for (const compiler of [process.env.CXX, 'g++', 'clang++', 'c++']) {
    if (compiler && (await runCommand(compiler, ['--version'])).code === 0) return compiler
  }
  throw new SetupError(
    'A C++ compiler is not there: install one (on Debian: apt install g++), then run this again.',
  )
}
