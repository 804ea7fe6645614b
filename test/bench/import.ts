// Importing images: 28 x 28 PNG and 500 x 375 JPEG a second, memory for 10,000 and 100,000 files, time to
// cancel.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { importImages } from '../../main/datasets/importImages.ts'
import type { ImportPhase } from '../../main/datasets/importImages.ts'
import { blobs, noise } from '../datasets/madeImages.ts'
import { machineLine, median } from './machine.ts'

const CACHE = path.join(tmpdir(), 'lacuna-bench-import')
const CLASSES = 10
const ROUNDS = 3
const TARGETS = { png: 1500, jpeg: 300 }

/** One import in a process of its own, as the engine runs it: what it took. */
interface Measured {
  images: number
  seconds: number
  /** Largest resident memory, MB. */
  peak: number
  phases: Record<string, number>
  /** Seconds from an abort to the import's return, where one was asked for. */
  cancelled?: number
}

const [source, abortIn] = process.argv.slice(2)
if (source) console.log(JSON.stringify(await measure(source, abortIn as ImportPhase | undefined)))
else await report()

async function report(): Promise<void> {
  console.log(`machine: ${machineLine()}`)
  await rate('png', await made('png', 20_000, tinyPng))
  await rate('jpeg', await made('jpeg', 1500, photo))
  const small = once(await made('png', 10_000, tinyPng))
  const large = once(await made('png', 100_000, tinyPng))
  console.log(
    `memory: ${small.peak} MB at 10,000 files, ${large.peak} MB at 100,000 (${large.seconds.toFixed(0)} s)`,
  )
  for (const phase of ['finding', 'checking', 'decoding', 'duplicates', 'splitting']) {
    const { cancelled } = once(await made('png', 100_000, tinyPng), phase)
    console.log(`cancel while ${phase}, 100,000 files: ${cancelled!.toFixed(2)} s (at most 1)`)
  }
}

async function rate(kind: 'png' | 'jpeg', folder: string): Promise<void> {
  const rounds = Array.from({ length: ROUNDS }, () => once(folder))
  const perSecond = median(rounds.map(({ images, seconds }) => images / seconds))
  const slowest = Object.entries(rounds[0].phases).map(
    ([phase, seconds]) => `${phase} ${seconds.toFixed(1)} s`,
  )
  const ratio = (perSecond / TARGETS[kind]).toFixed(2)
  console.log(`${kind}: ${perSecond.toFixed(0)} images/s (median of ${ROUNDS}), ${ratio} of ${TARGETS[kind]}`)
  console.log(`      ${slowest.join(', ')}; ${rounds[0].peak} MB`)
}

function once(folder: string, abortWhile?: string): Measured {
  const script = process.argv[1]
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder, abortWhile ?? ''], {
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as Measured
}

async function measure(folder: string, abortWhile: ImportPhase | undefined): Promise<Measured> {
  const output = mkdtempSync(path.join(tmpdir(), 'lacuna-bench-output-'))
  const controller = new AbortController()
  const phases: Record<string, number> = {}
  const begun = performance.now()
  let [phase, since, aborted] = ['', begun, 0]
  const report = (progress: { phase: ImportPhase }) => {
    const now = performance.now()
    if (phase) phases[phase] = (phases[phase] ?? 0) + (now - since) / 1000
    ;[phase, since] = [progress.phase, now]
    if (progress.phase !== abortWhile || aborted) return
    // In the midst of the phase, not at its first report; counted from when it was due, not from when it was
    // heard.
    aborted = now + 200
    setTimeout(() => controller.abort(new Error('cancelled')), 200)
  }
  const result = await importImages({ source: folder, output }, report, controller.signal).catch(
    (error: Error) => {
      if (error.message !== 'cancelled') throw error
    },
  )
  const seconds = (performance.now() - begun) / 1000
  rmSync(output, { recursive: true, force: true })
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const cancelled = abortWhile ? Math.max(0, (performance.now() - aborted) / 1000) : undefined
  return { images: result?.counts.images ?? 0, seconds, peak, phases, cancelled }
}

/** Class folders of `count` different images, made once and kept among the temporary files. */
async function made(kind: string, count: number, make: (seed: number) => Promise<Buffer>): Promise<string> {
  const folder = path.join(CACHE, `${kind}-${count}`)
  if (existsSync(folder)) return folder
  console.log(`making ${count.toLocaleString('en')} ${kind} in ${folder}`)
  const begun = `${folder}.part`
  rmSync(begun, { recursive: true, force: true })
  for (let i = 0; i < CLASSES; i += 1) mkdirSync(path.join(begun, `class ${i}`), { recursive: true })
  for (let i = 0; i < count; i += 1) {
    writeFileSync(
      path.join(begun, `class ${i % CLASSES}`, `${String(i).padStart(6, '0')}.${kind}`),
      await make(i),
    )
  }
  renameSync(begun, folder)
  console.log(`${readdirSync(folder).length} folders made`)
  return folder
}

function tinyPng(seed: number): Promise<Buffer> {
  const image = sharp(blobs(seed, 28, 28, 1), { raw: { width: 28, height: 28, channels: 1 } })
  return image.toColourspace('b-w').png().toBuffer()
}

/** Soft shapes under grain at several scales: JPEG needs about as many bytes for it as for a photo. */
async function photo(seed: number): Promise<Buffer> {
  const grain = async (width: number, height: number) => {
    const image = sharp(noise(seed, width * height * 3), { raw: { width, height, channels: 3 } })
    return { input: await image.resize(500, 375).png().toBuffer(), blend: 'soft-light' as const }
  }
  const shapes = sharp(blobs(seed, 100, 75, 3), { raw: { width: 100, height: 75, channels: 3 } }).resize(
    500,
    375,
  )
  const layers = [await grain(125, 94), await grain(40, 30)]
  return sharp(await shapes.png().toBuffer())
    .composite(layers)
    .jpeg({ quality: 88 })
    .toBuffer()
}
