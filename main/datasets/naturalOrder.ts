// A fixed language, so that every machine numbers the classes alike.
const collator = new Intl.Collator('en', { numeric: true })

/** '2' before '10', 'a' before 'B'; texts that only look alike are still told apart. */
export function naturalOrder(a: string, b: string): number {
  return collator.compare(a, b) || plainOrder(a, b)
}

/** By code units: the same on every machine and quick on 100,000 names. */
export function plainOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
