import { createRequire } from 'node:module'

/** The part of libsvm-js (libsvm as WebAssembly) that is used here; it has no types of its own. */
interface Svm {
  train(samples: ArrayLike<number>[], labels: number[]): void
  /** Positions of the support vectors among the samples. */
  getSVIndices(): number[]
  /** The text of libsvm's model file. */
  serializeModel(): string
  free(): void
}

interface SvmOptions { type: string; kernel: string; nu: number; gamma: number; cacheSize: number; quiet: boolean }

type SvmConstructor = (new (options: SvmOptions) => Svm) & {
  SVM_TYPES: { ONE_CLASS: string }
  KERNEL_TYPES: { RBF: string }
}

/** What a one-class SVM learnt: f(x) = sum_i coefficients_i K(x, sample at supports_i) - rho. */
export interface OneClassModel { supports: number[]; coefficients: number[]; rho: number }

const CACHE_MEGABYTES = 200

let loading: Promise<SvmConstructor> | undefined

/**
 * Fits a one-class SVM with the kernel exp(-gamma |x-y|^2) and libsvm's own tolerance, 0.001.
 * libsvm-js itself predicts only on which side an image lies; what f(x) needs is read from the model file.
 * @param nu share of the samples that may lie outside, above 0 and at most 1
 */
export async function fitOneClass(samples: Float32Array[], nu: number, gamma: number): Promise<OneClassModel> {
  const SVM = await (loading ??= load())
  const svm = new SVM({
    type: SVM.SVM_TYPES.ONE_CLASS, kernel: SVM.KERNEL_TYPES.RBF, nu, gamma, cacheSize: CACHE_MEGABYTES, quiet: true,
  })
  try {
    svm.train(samples, samples.map(() => 1))
    return { supports: svm.getSVIndices(), ...parsed(svm.serializeModel()) }
  } finally {
    svm.free()
  }
}

/** `rho` is a line of the header, and behind the line `SV` each line begins with a coefficient. */
function parsed(model: string): Pick<OneClassModel, 'coefficients' | 'rho'> {
  const [header, vectors] = model.split(/^SV\n/m)
  const rho = /^rho (\S+)$/m.exec(header)
  if (!rho || !vectors) throw new Error('The one-class SVM left a model that is not in the form of libsvm 3.')
  return { rho: Number(rho[1]), coefficients: vectors.trimEnd().split('\n').map(Number.parseFloat) }
}

/** What it says each time under Node, where it finds `fetch`, tries it on a path, and then reads the file. */
const SAID_ON_LOADING = /^(wasm streaming compile failed|falling back to ArrayBuffer instantiation)/

/**
 * Loads the library without two habits of its: it prints two lines, through the `console.warn` that it finds when it is
 * loaded, and it has the process end without a word at the first rejected promise that nobody handles.
 */
function load(): Promise<SvmConstructor> {
  const require = createRequire(import.meta.url)
  const [{ warn }, listeners] = [console, process.listeners('unhandledRejection')]
  try {
    console.warn = (...said: unknown[]) => { if (!SAID_ON_LOADING.test(String(said[0]))) warn(...said) }
    return require('libsvm-js/wasm') as Promise<SvmConstructor>
  } finally {
    console.warn = warn
    const added = process.listeners('unhandledRejection').filter((listener) => !listeners.includes(listener))
    added.forEach((listener) => process.removeListener('unhandledRejection', listener))
  }
}
