import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const HEARTBEAT_MS = 5_000
const SILENT_MS = 60_000
const LOOK_MS = 300

/**
 * Runs `work` while no other set-up works in `folder`: making a folder is the one step that only one process
 * can do. Whoever comes second waits; what a dead process left is taken over.
 * @param say called with a sentence where it waits
 * @param stop an AbortSignal that gives the waiting up
 */
export async function withLock(folder, work, { say = toStandardError, stop } = {}) {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'lock')
  await take(lock, say, stop)
  const release = () => rmSync(lock, { recursive: true, force: true })
  const heartbeat = setInterval(() => beat(lock), HEARTBEAT_MS)
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    process.off('exit', release)
    release()
  }
}

function toStandardError(line) {
  process.stderr.write(`${line}\n`)
}

async function take(lock, say, stop) {
  for (let told = false; !tryMake(lock);) {
    if (isAbandoned(lock)) removeAbandoned(lock)
    else {
      if (!told) say(`Another set-up is at work (it holds ${lock}): waiting for it ...`)
      told = true
      await wait(LOOK_MS, undefined, { signal: stop })
    }
  }
  writeFileSync(path.join(lock, 'owner.json'), JSON.stringify({ pid: process.pid, host: hostname() }))
}

/** Tells the others that this one is alive; a lock that is gone was taken over, so this one must stop. */
function beat(lock) {
  try {
    utimesSync(lock, new Date(), new Date())
  } catch (error) {
    toStandardError(`The lock ${lock} was taken away (${error.code}): stopping. Run this again.`)
    process.exit(1)
  }
}

/** An owner on this machine is asked by its process id, one elsewhere (a shared disk) by its heartbeat. */
function isAbandoned(lock) {
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  if (touched === undefined) return false
  const owner = ownerOf(lock)
  if (owner?.host !== hostname()) return Date.now() - touched > SILENT_MS
  // After a restart of the machine the same process id is another program.
  return !isAlive(owner.pid) || touched < Date.now() - uptime() * 1000
}

function ownerOf(lock) {
  try {
    return JSON.parse(readFileSync(path.join(lock, 'owner.json'), 'utf8'))
  } catch {
    // Its owner has made the folder and not yet, or no longer, the file in it: only its age tells.
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * One at a time, and looking again: else a slow one would remove the lock of a quick one that took over
 * before.
 */
function removeAbandoned(lock) {
  const guard = `${lock}.takeover`
  if (!tryMake(guard)) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > SILENT_MS) rmSync(guard, { recursive: true, force: true })
    return
  }
  if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
  rmSync(guard, { recursive: true, force: true })
}

function tryMake(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}
