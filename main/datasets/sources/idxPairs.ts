import type { Split } from '../importRequest.ts'
import { lastName } from './tree.ts'

const IMAGES = /^(.*)images[-.]?idx[34][-.]?ubyte(\.gz)?$/i
const LABELS = /^(.*)labels[-.]?idx1[-.]?ubyte(\.gz)?$/i

/** A file of images, its file of labels where there is one, and the split that the name tells. */
export interface IdxPair {
  images: string
  labels: string | null
  split: Split | null
}

/** Pairs the IDX files of a folder by their names: train-images-idx3-ubyte with train-labels-idx1-ubyte. */
export function pairIdxFiles(paths: string[]): IdxPair[] {
  const seen = new Set<string>()
  const pairs = paths.flatMap((images) => {
    const key = keyOf(IMAGES, images)
    if (key === undefined || seen.has(key)) return []
    seen.add(key)
    return [
      { images, labels: paths.find((path) => keyOf(LABELS, path) === key) ?? null, split: splitOf(key) },
    ]
  })
  return pairs.toSorted((a, b) => rank(a.split) - rank(b.split))
}

export function isIdxName(name: string): boolean {
  return IMAGES.test(name) || LABELS.test(name)
}

/** The pair that a file of images or of labels belongs to. */
export function pairOf(path: string, pairs: IdxPair[]): IdxPair | undefined {
  const key = keyOf(IMAGES, path) ?? keyOf(LABELS, path)
  return pairs.find((pair) => keyOf(IMAGES, pair.images) === key)
}

function keyOf(pattern: RegExp, path: string): string | undefined {
  return pattern.exec(lastName(path))?.[1].toLowerCase()
}

function splitOf(key: string): Split | null {
  if (/train/.test(key)) return 'train'
  if (/t10k|test/.test(key)) return 'test'
  return /val/.test(key) ? 'validation' : null
}

function rank(split: Split | null): number {
  return split === null ? 3 : ['train', 'validation', 'test'].indexOf(split)
}
