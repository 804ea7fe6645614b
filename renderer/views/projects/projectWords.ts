import type { ProjectCard } from '../../../main/contract/projects.ts'
import { bytes, counted, moment } from '../../format.ts'

/** What is in a project and what it takes, in words. */
export function contentWords({ images, imageSets, ensembles, bytes: size }: ProjectCard): string {
  const sets = imageSets > 1 ? [counted(imageSets, 'image set')] : []
  return [counted(images, 'image'), ...sets, counted(ensembles, 'ensemble'), bytes(size)].join(' · ')
}

/** When somebody was there last. */
export function usedWords({ opened, created }: ProjectCard): string {
  return opened ? `Opened ${moment(opened)}` : `Made ${moment(created)}`
}

/** How much of what a project takes would not become free with it; nothing where all would. */
export function sharedWords({ bytes: size, sharedBytes }: ProjectCard): string | undefined {
  if (sharedBytes === 0) return undefined
  const part = sharedBytes === size ? 'All of its files belong' : `${bytes(sharedBytes)} of its files belong`
  return `${part} to other projects too, and become free with the last of them.`
}
