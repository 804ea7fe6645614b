import path from 'node:path'

/**
 * The same value in which folders of this machine are named by their last part alone, wherever a text speaks of them.
 * A text that is an absolute path as a whole becomes its last part.
 * @param folders absolute paths
 */
export function withoutFolders<T>(value: T, folders: readonly string[]): T {
  const known = folders.filter((folder) => path.dirname(folder) !== folder).toSorted((a, b) => b.length - a.length)
  return hidden(value, known) as T
}

function hidden(value: unknown, folders: readonly string[]): unknown {
  if (typeof value === 'string') return hiddenIn(value, folders)
  if (Array.isArray(value)) return value.map((one) => hidden(one, folders))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hidden(one, folders)]))
}

function hiddenIn(text: string, folders: readonly string[]): string {
  const named = folders.reduce((before, folder) => before.replaceAll(folder, path.basename(folder)), text)
  return path.isAbsolute(named) ? path.basename(named) || named : named
}
