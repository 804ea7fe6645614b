import { Option } from 'commander'
import { ComputeDevice } from '../../contract/settings.ts'

/** What computes. There is no other in its place where it cannot be had. @param usual what it is where it is not typed */
export function deviceOption(usual = 'tensorflow'): Option {
  const text = `TensorFlow (the processor, or a card that CUDA knows), or a graphics card by WebGPU (default: ${usual})`
  return new Option('--device <name>', text).choices(ComputeDevice.options)
}
