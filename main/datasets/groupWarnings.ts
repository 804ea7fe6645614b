/** A group of near duplicates that takes more of its class than this, and more images than a few, is told of. */
const SHARE = 0.03
const FEW = 5

/** A sentence for the largest group of each class that it makes up a good part of. */
export function warnOfLargeGroups(groups: Int32Array, labels: Int32Array, classes: string[]): string[] {
  const inClass = counted(labels)
  const inGroup = counted(groups)
  const largest = new Map<number, number>()
  groups.forEach((group, i) => {
    const size = inGroup.get(group)!
    if (labels[i] >= 0 && size > (largest.get(labels[i]) ?? 0)) largest.set(labels[i], size)
  })
  return [...largest]
    .filter(([label, size]) => size > FEW && size > SHARE * inClass.get(label)!)
    .sort(([a], [b]) => a - b)
    .map(([label, size]) => sentence(classes[label], size, inClass.get(label)!))
}

function sentence(name: string, size: number, images: number): string {
  const count = (value: number) => value.toLocaleString('en')
  return (
    `${count(size)} images that are nearly the same belong to the ${count(images)} of "${name}": ` +
    'they stay together in one split, and the class is less varied than it looks.'
  )
}

function counted(numbers: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}
