import { expect, it } from 'vitest'
import { describeDevice } from '../../../main/compute/device.ts'
import { askProcess } from './askProcess.ts'
import { softwareAdapter } from './softwareAdapter.ts'
import { trainToys, type ToyResult } from './toyMembers.ts'

const { env, why } = await softwareAdapter()
const named = why ?? 'on SwiftShader'

/** Of the largest value that is compared: single precision, added up in another order, over four steps. */
const TOLERANCE = 1e-5

interface Told { name: string; runtime: string; toys: Record<string, ToyResult>; memory: number; left: number }

/** The largest difference, as a share of the largest value. */
function apart(one: number[], other: number[]): number {
  expect(other).toHaveLength(one.length)
  const largest = Math.max(...one.map(Math.abs))
  return Math.max(...one.map((value, i) => Math.abs(value - other[i]))) / largest
}

it.skipIf(why !== null)(`WebGPU gives the processor's losses, gradients, weights and encodings to ${TOLERANCE} (${named})`, async () => {
  const told = await askProcess<Told>('toyProcess.ts', [], env!)
  const processor = await describeDevice()
  const toys = await trainToys()
  console.log(`WebGPU ran on ${told.name}, ${told.runtime}, with ${told.memory} MB; the processor is ${processor.name}.`)
  for (const [name, toy] of Object.entries(toys)) {
    const other = told.toys[name]
    const differences = {
      losses: apart(toy.losses, other.losses), gradient: apart(toy.gradient, other.gradient),
      parameters: apart(toy.parameters, other.parameters),
      ...Object.fromEntries(Object.entries(toy.encodings).map(([encoding, values]) => [encoding, apart(values, other.encodings[encoding])])),
    }
    const worst = Math.max(...Object.values(differences))
    console.log(`${name}: at most ${worst.toExponential(1)} apart; ${Math.round(toy.milliseconds)} ms a step, by WebGPU ${Math.round(other.milliseconds)}`)
    expect(Object.entries(differences).filter(([, difference]) => !(difference <= TOLERANCE)), name).toEqual([])
  }
  expect(told.left).toBe(0)
}, 240_000)
