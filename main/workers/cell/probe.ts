import type { PixelReader } from '../../detectors/detector.ts'
import { stream } from '../../models/random.ts'
import type { CellProbe } from '../messages.ts'
import { type Assignment, knownPositions, openReader, readAssignment, TEST } from '../runImages.ts'
import { BlendedReader, blendPairs } from './blends.ts'
import { SomeImages } from './someImages.ts'
import { spoilers } from './spoil/spoilers.ts'
import { SpoiltReader } from './spoiltReader.ts'

/** The images of a probe: all of them are anomalies. */
export interface OpenProbe extends PixelReader { close(): void }

/**
 * Opens the anomalies that are no class of the set.
 * @param own the set's own images, of which the test images of the known classes are spoilt or blended
 */
export async function openProbe(
  probe: CellProbe, assignment: Assignment, own: PixelReader, seed: number,
): Promise<OpenProbe> {
  if (probe.kind === 'foreign') return foreign(probe)
  const tests = knownPositions(assignment, TEST)
  if (probe.kind === 'blends') {
    const pairs = blendPairs(tests, assignment.knownOf, stream(`blends/${seed}`))
    return { ...readable(new BlendedReader(own, pairs, probe.share)), close: () => undefined }
  }
  const spoil = spoilers[probe.corruption](probe.severity)
  const name = (position: number) => `${probe.corruption}/${probe.severity}/${seed}/${position}`
  const spoilt = new SpoiltReader(own, tests, (image, position) => spoil(image, own.shape, stream(name(position))))
  return { ...readable(spoilt), close: () => undefined }
}

async function foreign({ images }: Extract<CellProbe, { kind: 'foreign' }>): Promise<OpenProbe> {
  const { splits } = await readAssignment(images)
  const reader = openReader(images)
  const tests = Uint32Array.from(splits.keys()).filter((i) => splits[i] === TEST)
  return { ...readable(new SomeImages(reader, tests)), close: () => reader.close() }
}

/** The methods of a reader as plain functions, so that something can be added to it. */
function readable(reader: PixelReader): PixelReader {
  const { count, size, shape } = reader
  return { count, size, shape, read: (positions) => reader.read(positions) }
}
