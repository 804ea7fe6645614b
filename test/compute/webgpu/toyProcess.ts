import * as tf from '@tensorflow/tfjs-core'
import { openDevice } from '../../../main/compute/devices.ts'
import { trainToys } from './toyMembers.ts'

// Trains the toys by WebGPU and tells what came of it, on what, and how many tensors are left.
const { name, runtime } = await openDevice('webgpu')
const before = tf.memory().numTensors
const toys = await trainToys()
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
process.send!({ name, runtime, toys, memory, left: tf.memory().numTensors - before }, () => process.exit(0))
