import type { UnwordedPair } from './comparedPairs.ts'

/** Below it a difference is called one. */
const alpha = 0.05

/**
 * What a pair says, in plain words: "A finds more of the held-out shirts; the rest is within noise."
 * @param names what the two columns are called
 */
export function pairSentence({ difference, classes }: UnwordedPair, [first, second]: [string, string]): string {
  if (!difference) return 'Too few common images are known to be normal or anomalous to tell the two apart.'
  const of = (isFirst: boolean) =>
    classes.filter(({ adjusted, estimate }) => adjusted < alpha && estimate > 0 === isFirst).map(({ name }) => name)
  const parts = [findsMore(first, of(true)), findsMore(second, of(false))].filter((part) => part !== null)
  if (parts.length > 0) {
    const rest = classes.length > of(true).length + of(false).length ? '; the rest is within noise' : ''
    return `${parts.join(', ')}${rest}.`
  }
  if (difference.adjusted >= alpha) return 'The difference is within noise.'
  return `${difference.estimate > 0 ? first : second} ranks the anomalies higher over all, in no class for certain.`
}

function findsMore(name: string, classes: string[]): string | null {
  return classes.length === 0 ? null : `${name} finds more of ${listed(classes)}`
}

function listed(names: string[]): string {
  const quoted = names.map((name) => `“${name}”`)
  return quoted.length < 2 ? quoted[0] : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
