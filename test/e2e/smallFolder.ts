import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { writeSample } from '../../main/datasets/sample.ts'

/** Four classes of the sample are enough to hold one out, and few images to be quick. */
const classes = ['Bag', 'Trouser', 'Sneaker', 'Dress']
const perClass = 60

/** Lays a small part of the sample out in a folder. */
export async function smallFolder(folder: string): Promise<string> {
  const whole = `${folder}-all`
  await writeSample(whole)
  for (const name of classes) {
    mkdirSync(path.join(folder, name), { recursive: true })
    for (const file of readdirSync(path.join(whole, name)).toSorted().slice(0, perClass)) {
      cpSync(path.join(whole, name, file), path.join(folder, name, file))
    }
  }
  rmSync(whole, { recursive: true })
  return folder
}

/** One member without the class Bag, in seconds on two cores. */
export function smallSettings(latent: number): EnsembleSettings {
  const plain = preset('recommended')
  const training = { ...plain.training, epochs: 6, leastSteps: 0, batch: 32 }
  return { ...plain, members: 1, heldOut: ['Bag'], model: { ...plain.model, latent }, training }
}
