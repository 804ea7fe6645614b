const collator = new Intl.Collator('en', { numeric: true })

/** The different texts, in the order of a dictionary, numbers in them by their size: 2 before 10. */
export function inOrder(texts: Iterable<string>): string[] {
  return [...new Set(texts)].toSorted((a, b) => collator.compare(a, b) || (a < b ? -1 : 1))
}
