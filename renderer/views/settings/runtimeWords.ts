import type { Job, RuntimeProgress } from '../../../main/contract/jobs.ts'
import type { Runtime, RuntimeFlavour } from '../../../main/contract/runtimes.ts'
import { wheelWords } from '../../../main/contract/wheelWords.ts'
import { bytes } from '../../format.ts'

export const flavourNames: Record<RuntimeFlavour, string> = { cpu: 'for processors', cuda: 'for NVIDIA cards (CUDA 12)' }

/** What an installation fetches, as it was measured for TensorFlow 2.21. */
export const downloadWords: Record<RuntimeFlavour, string> = {
  cpu: 'One wheel of 274 MB', cuda: '13 wheels of 3.3 GB, which take 5.7 GB; beside them it needs NVIDIA’s driver alone',
}

const phases: Record<RuntimeProgress['phase'], string> = {
  starting: 'Starting', downloading: 'Downloading', unpacking: 'Unpacking and checking', checking: 'Trying whether it loads', removing: 'Removing',
}

export function stateWords({ isThere, isInUse, isShipped, bytes: size }: Runtime): string {
  if (!isThere) return 'Not installed'
  const facts = [isInUse ? 'In use' : 'Installed', isShipped ? 'came with Lacuna' : null, bytes(size)]
  return facts.filter(Boolean).join(', ')
}

/** What a set-up does, with which of the wheels, and how much of it is there. */
export function progressWords({ progress }: Job): string {
  if (progress?.kind !== 'runtime') return phases.starting
  const { phase, done, total } = progress
  const amount = done > 0 ? bytes(done) + (total ? ` of ${bytes(total)}` : '') : ''
  return [`${phases[phase]} ${wheelWords(progress)}`.trim(), amount].filter(Boolean).join(', ')
}
