/** Whether the terminal can show more than ASCII. */
export function canShowBlocks(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32') return env.WT_SESSION !== undefined || env.TERM_PROGRAM !== undefined
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '')
}

/** A bar of `width` columns, filled for `share` of 1. */
export function bar(share: number, width: number, blocks = canShowBlocks()): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width)
  return (blocks ? '█' : '#').repeat(filled) + (blocks ? '░' : '.').repeat(width - filled)
}
