import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import os from 'node:os'
import { text } from 'node:stream/consumers'
import { runtimeInUse } from '../../compute/runtimeFolder.mjs'
import type { Store } from '../../store/openStore.ts'

/** What the engine knows beside its store. */
export interface EngineFacts { version: string; contract: string; started: string; cores: number; device: string; log: string }

const lastLines = 40
const lastBytes = 64 * 1024

/** A text for whoever helps with a problem. Keys to the engine are struck out, wherever they stand. */
export async function diagnosticsText(store: Store, facts: EngineFacts): Promise<string> {
  const runtime = runtimeInUse()
  const { version, contract, started, cores, device, log } = facts
  const lines = [
    ['Lacuna', `${version}, contract ${contract}`],
    ['Node', `${process.versions.node}, Node-API ${process.versions.napi}, ${process.execPath}`],
    ['TensorFlow', runtime ? `${runtime.version} ${runtime.flavour}, ${runtime.path}` : 'none is set up'],
    ['Device', device],
    ['System', `${os.type()} ${os.release()} ${os.arch()}, ${cores} cores`],
    ['Memory', `${megabytes(os.totalmem())}, of which ${megabytes(os.freemem())} are free`],
    ['Engine', `process ${process.pid} since ${started}, ${megabytes(process.memoryUsage.rss())} resident`],
    ['Workspace', store.workspace],
    ...Object.entries(store.counts()).map(([name, count]) => [`Rows of ${name}`, String(count)]),
  ]
  const told = lines.map(([name, value]) => `${name}: ${value}`).join('\n')
  return withoutKeys(`${told}\n\nLast lines of ${log}:\n${await endOf(log)}\n`)
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

async function endOf(file: string): Promise<string> {
  const size = await stat(file).then((found) => found.size, () => null)
  if (size === null) return '(there is no log)'
  const end = await text(createReadStream(file, { start: Math.max(0, size - lastBytes) }))
  return end.trimEnd().split('\n').slice(-lastLines).join('\n')
}

/** Tokens of addresses, cookies and headers, and passwords in front of a host. */
export function withoutKeys(told: string): string {
  return told
    .replaceAll(/((?:token|lacuna-\d+|password|secret|authorization)["']?\s*[=:]\s*["']?(?:Bearer\s+)?)[^\s"'&;,}]+/gi, '$1(removed)')
    .replaceAll(/(\w+:\/\/)[^\s/@]+@/g, '$1(removed)@')
}
