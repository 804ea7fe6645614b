#!/usr/bin/env node
// The command `lacuna`. Runs on any Node >= 20, and starts the command line proper on the Node 24 that set-up
// installs: better-sqlite3 does not fail on older ones, it crashes.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findNode24 } from '../../build/node24.mjs'

const COMMAND_LINE = fileURLToPath(new URL('index.ts', import.meta.url))
const PACKAGES = fileURLToPath(new URL('../../node_modules/commander', import.meta.url))
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']
const CANNOT_START = 1

const node = findNode24()
if (node && existsSync(PACKAGES)) start(node)
else {
  process.stderr.write(`Lacuna is not set up yet: run "npm run setup" in ${CHECKOUT}\n`)
  process.exitCode = CANNOT_START
}

function start(node) {
  const child = spawn(node, [COMMAND_LINE, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of SIGNALS) process.on(signal, () => passOn(signal, child))
  child.on('error', (error) => {
    process.stderr.write(
      `Lacuna cannot start ${node} (${error.message}): run "npm run setup" in ${CHECKOUT}\n`,
    )
    process.exitCode = CANNOT_START
  })
  child.on('exit', endAs)
}

/** Ctrl-C in a terminal reaches the child by itself: a second one would look like a second key press. */
function passOn(signal, child) {
  const fromTerminal = signal === 'SIGINT' && (process.stdin.isTTY || process.stderr.isTTY)
  if (!fromTerminal) child.kill(signal)
}

/** Ends as the child did, so that a shell sees the same. */
function endAs(code, signal) {
  if (!signal) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}
