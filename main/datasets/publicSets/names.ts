/** The image sets of the paper, by the names that its studies call them. */
export const publicSets = ['mnist', 'fashion-mnist', 'cifar10'] as const

export type PublicSet = (typeof publicSets)[number]

export function isPublicSet(name: string): name is PublicSet {
  return (publicSets as readonly string[]).includes(name)
}
