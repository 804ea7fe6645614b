import { styleText } from 'node:util'

/** Results go to standard output, and nothing else does. */
export function printResult(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** One JSON document. */
export function printJson(value: unknown): void {
  printResult(JSON.stringify(value, null, 2))
}

/** One JSON value on a line of its own (NDJSON). */
export function printJsonLine(value: unknown): void {
  printResult(JSON.stringify(value))
}

/** What accompanies a result (progress, warnings) goes to standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function warn(text: string): void {
  note(`${paint('yellow', 'warning:')} ${text}`)
}

type Style = Parameters<typeof styleText>[0]

/** Colour for standard error, where it is a terminal that wants colour (NO_COLOR, FORCE_COLOR). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stderr })
}

/** Colour for standard output. */
export function paintResult(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

/** Columns of the terminal that results are read on; infinite in a pipe. */
export function resultWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Infinity
}

/** Whoever reads a pipe may stop early (`| head`): that is no failure. */
export function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
