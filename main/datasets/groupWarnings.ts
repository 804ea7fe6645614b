/**
 * A group of near duplicates that takes more of its class than this, and more images than a few, is told of.
 */
const SHARE = 0.03
const FEW = 5

/** A sentence for the largest group of each class that it makes up a good part of. */
export function warnOfLargeGroups(groups: Int32Array, labels: Int32Array, classes: string[]): string[] {
  const inClass = counted(labels, classes.length)
  const inGroup = counted(groups, groups.length)
  const largest = new Uint32Array(classes.length)
  labels.forEach((label, i) => {
    if (label >= 0) largest[label] = Math.max(largest[label], inGroup[groups[i]])
  })
  return classes.flatMap((name, label) => {
    const size = largest[label]
    return size > FEW && size > SHARE * inClass[label] ? [sentence(name, size, inClass[label])] : []
  })
}

function sentence(name: string, size: number, images: number): string {
  const count = (value: number) => value.toLocaleString('en')
  return (
    `${count(size)} images that are nearly the same belong to the ${count(images)} of "${name}": ` +
    'they stay together in one split, and the class is less varied than it looks.'
  )
}

/** Groups of two images or more. */
export function countGroups(groups: Int32Array): number {
  return counted(groups, groups.length).reduce((count, size) => count + Number(size > 1), 0)
}

/** How often each number from 0 to `below` occurs. */
function counted(numbers: Int32Array, below: number): Uint32Array {
  const counts = new Uint32Array(below)
  for (const number of numbers) if (number >= 0) counts[number] += 1
  return counts
}
