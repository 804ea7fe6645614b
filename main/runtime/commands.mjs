import { spawn } from 'node:child_process'

const running = new Set()

/**
 * Runs a program and waits for its end.
 * @param options as for child_process.spawn, and `onText`: called with what it prints, as it comes
 * @returns {Promise<{code: number|null, signal: string|null, missing: boolean, output: string,
 *   stdout: string}>}
 *   `missing` where there is no such program; `output` is stdout and stderr in the order in which they came
 */
export function runCommand(command, args, { onText, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const heard = { stdout: '', output: '' }
    running.add(child)
    child.stdout?.setEncoding('utf8').on('data', (text) => hear(heard, text, onText, true))
    child.stderr?.setEncoding('utf8').on('data', (text) => hear(heard, text, onText, false))
    child.on('error', (error) => {
      running.delete(child)
      if (error.code === 'ENOENT') resolve({ code: null, signal: null, missing: true, ...heard })
      else reject(error)
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal, missing: false, ...heard })
    })
  })
}

function hear(heard, text, onText, isStdout) {
  heard.output += text
  if (isStdout) heard.stdout += text
  onText?.(text)
}

/** Ends what runCommand started and is still at work; for a program that is told to stop. */
export function stopCommands(signal) {
  for (const child of running) child.kill(signal)
}

/** The last lines of what a program printed that are not blank. */
export function lastLines(output, count) {
  return output
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .slice(-count)
    .join('\n')
}
