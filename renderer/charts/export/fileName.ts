/** So long may a name be that any file system takes it, with some room for the folder. */
const longest = 120

/**
 * A file's name from what it is of, as "fashion-without-bag-roc-curve.svg": lower case, words joined by hyphens, in
 * letters of any script.
 */
export function fileName(parts: (string | null | undefined)[], extension: string): string {
  const words = parts.flatMap((part) => part?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const name = [...words.join('-')].slice(0, longest).join('').replace(/-+$/, '')
  return `${name || 'chart'}.${extension}`
}
