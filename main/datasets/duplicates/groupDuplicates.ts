import type { Catalogue } from '../catalogue.ts'
import type { ImportRun } from '../importRun.ts'
import { breathe } from '../inOrder.ts'
import { LineWriter } from '../lines.ts'
import { Candidates } from './candidates.ts'
import { DetailFile } from './detailFile.ts'
import { firstEqual } from './exact.ts'
import { NearPairFinder } from './nearPairs.ts'
import type { NearPair } from './nearPairs.ts'
import { perceptualHashes } from './perceptualHash.ts'
import { listPairs } from './pairList.ts'
import { starGroups } from './stars.ts'

export interface Grouping {
  /** For each image the first with the very same pixels. */
  first: Int32Array
  near: NearPair[]
  /** The group of each image, numbered from 0 in the order of appearance. */
  groups: Int32Array
}

export interface PairCounts {
  exactPairs: number
  nearPairs: number
  leakingPairs: number
}

/** Images between two looks at whether somebody wants to stop. */
const STRETCH = 50

/** Finds the images that are the same or nearly the same as others. */
export async function groupDuplicates(run: ImportRun, catalogue: Catalogue): Promise<Grouping> {
  run.progress('duplicates', 0, catalogue.length)
  const first = firstEqual(catalogue.prints.values)
  const near = await findNear(run, catalogue, first)
  return { first, near, groups: starGroups(first, near) }
}

async function findNear(run: ImportRun, catalogue: Catalogue, first: Int32Array): Promise<NearPair[]> {
  // Of images with the same pixels one is enough.
  const unique = Uint32Array.from(first.keys()).filter((image) => first[image] === image)
  const thumbs = catalogue.thumbs.values
  const hashes = await perceptualHashes(thumbs, () => breathe(run.signal))
  const details = new DetailFile(run.file('details.part'))
  try {
    const candidates = new Candidates(thumbs, hashes, unique)
    return await allPairs(run, new NearPairFinder(candidates, details, catalogue.length), unique)
  } finally {
    details.close()
  }
}

async function allPairs(run: ImportRun, finder: NearPairFinder, images: Uint32Array): Promise<NearPair[]> {
  const pairs: NearPair[] = []
  for (let at = 0; at < images.length; at += 1) {
    pairs.push(...finder.before(images[at]))
    if (at % STRETCH !== 0) continue
    await breathe(run.signal)
    run.progress('duplicates', at, images.length)
  }
  run.progress('duplicates', images.length, images.length)
  return pairs
}

/** Writes `pairs.ndjson`. */
export async function writePairs(
  run: ImportRun,
  { first, near }: Grouping,
  splits: Uint8Array,
): Promise<PairCounts> {
  const lines = new LineWriter(run.file('pairs.ndjson'))
  const counts = { exactPairs: 0, nearPairs: 0, leakingPairs: 0 }
  try {
    for (const pair of listPairs(first, near, splits)) {
      run.signal.throwIfAborted()
      await lines.write(pair)
      counts[pair.kind === 'exact' ? 'exactPairs' : 'nearPairs'] += 1
      counts.leakingPairs += Number(pair.leak)
    }
    await lines.close()
    return counts
  } finally {
    await lines.discard()
  }
}
