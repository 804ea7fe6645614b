import type { InferenceSession } from 'onnxruntime-node'
import { EncoderProblem } from './encoderProblem.ts'

/** A model ready to run: what it takes and gives, and the run. */
export type OnnxModel = Pick<InferenceSession, 'inputNames' | 'inputMetadata' | 'outputNames' | 'outputMetadata' | 'run'>

/**
 * Loads a model on the processor. It comes as bytes and not as a path, so that it cannot read other files; the runtime
 * is loaded only now, since whatever does without it shall not wait for its 46 MB.
 * @param file what the sentences call it
 * @throws EncoderProblem with a sentence where the file is no model, or one that this runtime cannot run
 */
export async function openModel(bytes: Uint8Array, file: string, threads: number): Promise<OnnxModel> {
  const { InferenceSession } = await runtime()
  try {
    return await InferenceSession.create(bytes, {
      executionProviders: ['cpu'], intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 4,
    })
  } catch (error) {
    throw whyNotLoaded(file, (error as Error).message)
  }
}

async function runtime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node')
  } catch (error) {
    throw new EncoderProblem(`ONNX Runtime does not load on this machine: ${runtimeWords((error as Error).message)}.`,
      'Encoders cannot be used here; every other detector works without it.')
  }
}

const reasons: [RegExp, (file: string, told: string) => EncoderProblem][] = [
  [/protobuf parsing failed|ModelProto does not have a graph|no graph/i, (file) => new EncoderProblem(
    `${file} is not an ONNX model.`, 'Export the network as ONNX, for example with torch.onnx.export.')],
  [/external data|external initializer|model_path must not be empty|full path is not set/i, (file) => new EncoderProblem(
    `${file} has its weights in other files.`, 'Save the model as one file, for example with onnx.save without external data.')],
  [/unsupported model IR version|under development and support/i, (file) => new EncoderProblem(
    `${file} is written in a newer version of ONNX than this runtime reads.`, 'Export it with an older opset, such as 17.')],
  [/not a registered function\/op|could not find an implementation|no op registered|is not supported in this opset/i, (file, told) => new EncoderProblem(
    `${file} needs an operator that ONNX Runtime does not have: ${told}.`, 'Export the network with ONNX\'s own operators only.')],
]

function whyNotLoaded(file: string, message: string): EncoderProblem {
  const told = runtimeWords(message)
  const known = reasons.find(([pattern]) => pattern.test(message))
  return known ? known[1](file, told) : new EncoderProblem(`ONNX Runtime cannot load ${file}: ${told}.`, null)
}

/** What the runtime says, without the places in its own code and the full stop. */
export function runtimeWords(message: string): string {
  const last = message.trim().split('\n').at(-1)!
  return last.replace(/^.*(?:Fatal error|Status Message): /, '').replace(/^\S+\.(?:cc|h):\d+ /, '').replace(/[.\s]+$/, '').slice(0, 300)
}
