import type { RandomStream } from './random.ts'

/** What one run learns from: positions in the snapshot, and the known class of each position used. */
export interface TrainingImages {
  train: Uint32Array
  validation: Uint32Array
  /** By position: the index of the known class, -1 where it has none. */
  classOf: Int32Array
  /** Reads images by position as values in [0, 1], positions x height x width x channels. */
  read(positions: Uint32Array): Float32Array
}

/**
 * The order in which an epoch visits the training images: each once, or, balanced, as many draws spread evenly over
 * the classes, each class in its own shuffled order, begun again when it is through.
 */
export function epochOrder(images: TrainingImages, balance: boolean, random: RandomStream): Uint32Array {
  const shuffled = random.permutation(images.train.length).map((i) => images.train[i])
  return balance ? balanced(shuffled, images.classOf) : shuffled
}

function balanced(shuffled: Uint32Array, classOf: Int32Array): Uint32Array {
  const byClass = new Map<number, number[]>()
  for (const position of shuffled) {
    const own = byClass.get(classOf[position])
    if (own) own.push(position)
    else byClass.set(classOf[position], [position])
  }
  const queues = [...byClass.values()]
  return shuffled.map((_, i) => {
    const queue = queues[i % queues.length]
    return queue[Math.floor(i / queues.length) % queue.length]
  })
}

/** How many steps an epoch has; the last batch may be smaller. */
export const stepsPerEpoch = (images: number, batch: number): number => Math.ceil(images / batch)

/** How many epochs a run has: those asked for, or more where so few images give less than `leastSteps`. */
export function epochsFor(images: number, batch: number, epochs: number, leastSteps: number): number {
  return Math.max(epochs, Math.ceil(leastSteps / stepsPerEpoch(images, batch)))
}

/** Known classes as one-hot rows, positions x classes. */
export function oneHotOf(positions: Uint32Array, classOf: Int32Array, classes: number): Float32Array {
  const rows = new Float32Array(positions.length * classes)
  positions.forEach((position, i) => { rows[i * classes + classOf[position]] = 1 })
  return rows
}
