// What the set-up tells while it works goes to standard error: standard output is for results.

const SECONDS_BETWEEN_LINES = 10

/** One line of plain words. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Tells how far a long step is: one line that is rewritten on a terminal, a line every ten seconds elsewhere.
 * @param describe gives the present state, such as `120.0 of 273.8 MB`; undefined where there is none
 * @returns a function that ends it
 */
export function showProgress(describe) {
  const terminal = process.stderr.isTTY
  const timer = setInterval(
    () => {
      const state = describe()
      if (state) process.stderr.write(terminal ? `\r\x1b[K  ${state}` : `  ${state}\n`)
    },
    terminal ? 250 : SECONDS_BETWEEN_LINES * 1000,
  )
  return () => {
    clearInterval(timer)
    if (terminal) process.stderr.write('\r\x1b[K')
  }
}
