import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import type { Channel } from '../../main/workers/channel.ts'
import type { MemberJob, RunImages } from '../../main/workers/messages.ts'

const SIDE = 12

/** Four classes of bars at different heights, every fifth image for validation, every sixth for tests. */
export function tinySet(count = 240): { directory: string; images: RunImages } {
  const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))
  const at = (name: string) => path.join(directory, name)
  const labels = Int32Array.from({ length: count }, (_, i) => i % 4)
  const splits = Uint8Array.from({ length: count }, (_, i) => i % 6 === 0 || i % 6 === 3 ? 2 : i % 5 === 0 ? 1 : 0)
  const pixels = Uint8Array.from({ length: count * SIDE * SIDE }, (_, i) => {
    const image = Math.floor(i / SIDE ** 2)
    const lit = Math.floor(Math.floor(i / SIDE) % SIDE / 3) === labels[image]
    return (lit ? 200 : 20) + (image * 31 + i * 7) % 40
  })
  writeFileSync(at('pixels.u8'), pixels)
  writeFileSync(at('labels.i32'), labels)
  writeFileSync(at('splits.u8'), splits)
  const snapshot = { file: at('pixels.u8'), images: count, height: SIDE, width: SIDE, channels: 1, sha256: 'tiny' }
  return { directory, images: { snapshot, labels: at('labels.i32'), splits: at('splits.u8'), known: [0, 1, 3], heldOut: [2] } }
}

/** Settings that train a member on the tiny set in a second or two. */
export function tinySettings(changes: Partial<EnsembleSettings['training']> = {}): EnsembleSettings {
  const settings = preset('recommended')
  settings.model = { kind: 'cl-vae', architecture: 'auto', latent: 3, dense: 16 }
  settings.training = { ...settings.training, epochs: 30, leastSteps: 0, batch: 16, ...changes }
  return settings
}

export function tinyJob(index: number, changes: Partial<EnsembleSettings['training']> = {}, count?: number): MemberJob {
  const { directory, images } = tinySet(count)
  return { kind: 'member', directory, images, settings: tinySettings(changes), index, threads: 1 }
}

/** A channel that keeps what was said, and can be told to pause. */
export function listening(): Channel & { said: unknown[]; points: unknown[]; notes: string[]; previews: number[]; pause(): void } {
  const paused = new AbortController()
  const said: unknown[] = []
  const points: unknown[] = []
  const notes: string[] = []
  const previews: number[] = []
  return {
    said, points, notes, previews, pause: () => paused.abort(), paused: paused.signal, cancelled: new AbortController().signal,
    progress: (progress) => void said.push(progress),
    curve: (point) => void points.push(point),
    preview: (epoch) => void previews.push(epoch),
    note: (text) => void notes.push(text),
  }
}
