import type { Job, RuntimeProgress } from '../../../main/contract/jobs.ts'
import type { Runtime, RuntimeFlavour } from '../../../main/contract/runtimes.ts'
import { bytes } from '../../format.ts'
import { t } from '../../words/words.ts'

export const flavourNames: Record<RuntimeFlavour, string> = { cpu: t('for processors'), cuda: t('for NVIDIA cards (CUDA 12)') }

/** What an installation fetches, as it was measured for TensorFlow 2.21. */
export const downloadWords: Record<RuntimeFlavour, string> = {
  cpu: t('One wheel of 274 MB'), cuda: t('13 wheels of 3.3 GB, which take 5.7 GB; beside them it needs NVIDIA’s driver alone'),
}

const phases: Record<RuntimeProgress['phase'], string> = {
  starting: t('Starting'), downloading: t('Downloading'), unpacking: t('Unpacking and checking'),
  checking: t('Trying whether it loads'), removing: t('Removing'),
}

export function stateWords({ isThere, isInUse, isShipped, bytes: size }: Runtime): string {
  if (!isThere) return t('Not installed')
  const facts = [isInUse ? t('In use') : t('Installed'), isShipped ? t('came with Lacuna') : null, bytes(size)]
  return facts.filter(Boolean).join(', ')
}

/** What a set-up does, with which of the wheels, and how much of it is there. */
export function progressWords({ progress }: Job): string {
  if (progress?.kind !== 'runtime') return phases.starting
  const { phase, done, total, wheel } = progress
  const what = [phases[phase], wheel, placeWords(progress)].filter(Boolean).join(' ')
  return [what, amountWords(done, total)].filter(Boolean).join(', ')
}

function amountWords(done: number, total: number | null): string {
  if (done === 0) return ''
  return total ? t('{done} of {total}', { done: bytes(done), total: bytes(total) }) : bytes(done)
}

const placeWords = ({ number, of }: RuntimeProgress) =>
  number !== null && of !== null ? t('({number} of {total})', { number, total: of }) : null
