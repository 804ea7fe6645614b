import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importImages } from '../../main/datasets/importImages.ts'
import type {
  DuplicatePair,
  ImageRow,
  ImportRequest,
  ImportResult,
} from '../../main/datasets/importRequest.ts'
import type { Problem } from '../../main/datasets/problems.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

export interface Imported {
  result: ImportResult
  rows: ImageRow[]
  problems: Problem[]
  pairs: DuplicatePair[]
  output: string
  /** The pixels of one image. */
  pixels(position: number): Uint8Array
  /** The row of the image at a path. */
  row(at: string): ImageRow
  /** Paths of each class. */
  byClass(): Record<string, string[]>
}

/** Imports a source with everything else by default, and reads what was left. */
export async function imported(source: string, request: Partial<ImportRequest> = {}): Promise<Imported> {
  const output = path.join(temporaryFolder(), 'output')
  mkdirSync(output)
  const result = await importImages(
    { source, output, ...request },
    () => undefined,
    new AbortController().signal,
  )
  const lines = <T>(name: string) => parsed<T>(path.join(output, name))
  const rows = lines<ImageRow>('images.ndjson')
  const all = readFileSync(path.join(output, 'pixels.u8'))
  const { height, width, channels } = result.snapshot
  const size = height * width * channels
  return {
    result,
    rows,
    output,
    problems: lines('problems.ndjson'),
    pairs: lines('pairs.ndjson'),
    pixels: (position) => all.subarray(position * size, (position + 1) * size),
    row: (at) => rows.find((row) => row.path === at)!,
    byClass: () => grouped(rows, result.classes),
  }
}

function parsed<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

function grouped(rows: ImageRow[], classes: string[]): Record<string, string[]> {
  const paths: Record<string, string[]> = {}
  for (const { label, path: at } of rows) (paths[label === null ? '' : classes[label]] ??= []).push(at)
  return paths
}
