import type { ProjectCard } from '../../../main/contract/projects.ts'
import { bytes, moment } from '../../format.ts'
import { t } from '../../words/words.ts'

/** What is in a project and what it takes, in words. */
export function contentWords({ images, imageSets, ensembles, bytes: size }: ProjectCard): string {
  const sets = imageSets > 1 ? [t('{n} image set | {n} image sets', imageSets)] : []
  return [t('{n} image | {n} images', images), ...sets, t('{n} ensemble | {n} ensembles', ensembles), bytes(size)].join(' · ')
}

/** When somebody was there last. */
export function usedWords({ opened, created }: ProjectCard): string {
  return opened ? t('Opened {time}', { time: moment(opened) }) : t('Made {time}', { time: moment(created) })
}

/** How much of what a project takes would not become free with it; nothing where all would. */
export function sharedWords({ bytes: size, sharedBytes }: ProjectCard): string | undefined {
  if (sharedBytes === 0) return undefined
  if (sharedBytes === size) return t('All of its files belong to other projects too, and become free with the last of them.')
  return t('{size} of its files belong to other projects too, and become free with the last of them.', { size: bytes(sharedBytes) })
}
