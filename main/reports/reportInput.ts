import { readFile } from 'node:fs/promises'
import type { Metrics } from '../contract/scores.ts'
import type { VerdictKind } from '../contract/verdicts.ts'
import type { ImageRow } from '../datasets/importRequest.ts'
import { readLines } from '../datasets/lines.ts'
import type { ReportJob } from '../workers/messages.ts'

/** Scores and labels of one image set, by position in its snapshot, with what is needed to read them. */
export interface ReportInput {
  paths: string[]
  /** Int32 x images: an index into `classNames`, -1 where an image has no label. */
  labels: Int32Array
  /** Uint8 x images: 0 train, 1 validation, 2 test. */
  splits: Uint8Array
  /** Float32 x images: higher is more anomalous. */
  scores: Float32Array
  /** Int16 x images: the nearest class as an index into `classNames`, -1 where none was found. */
  nearest: Int16Array
  /** Float32 images x dimension, or null where no latent space was read. */
  latents: Float32Array | null
  dimension: number
  priorMeans: number[][]
  classNames: string[]
  known: number[]
  heldOut: number[]
  threshold: number
  detector: string
  metrics: Metrics | null
  /** What people judged, by position. */
  verdicts: ReadonlyMap<number, VerdictKind>
  /** Every setting, seed, version and device. */
  summary: Record<string, unknown>
}

/**
 * Reads the files of a report job and checks that they speak of the same images.
 * @throws Error naming the file that is too short or too long
 */
export async function readReportInput(job: ReportJob): Promise<ReportInput> {
  const images = job.images.snapshot.images
  const [scores, labels, splits, nearest, latents, paths] = await Promise.all([
    vector(job.scores, Float32Array, images),
    vector(job.images.labels, Int32Array, images),
    vector(job.images.splits, Uint8Array, images),
    vector(job.nearest, Int16Array, images),
    job.latents ? vector(job.latents, Float32Array, images * job.dimension) : null,
    readPaths(job.rows, images),
  ])
  const { dimension, priorMeans, classNames, threshold, detector, metrics, summary } = job
  const { known, heldOut } = job.images
  return {
    scores,
    labels,
    splits,
    nearest,
    latents,
    paths,
    dimension,
    priorMeans,
    classNames,
    known,
    heldOut,
    threshold,
    detector,
    metrics,
    verdicts: new Map(job.verdicts),
    summary,
  }
}

type Vector = Float32Array | Int32Array | Int16Array | Uint8Array

async function vector<V extends Vector>(
  file: string,
  Type: { new (buffer: ArrayBuffer): V; BYTES_PER_ELEMENT: number },
  length: number,
): Promise<V> {
  const bytes = await readFile(file)
  if (bytes.byteLength !== length * Type.BYTES_PER_ELEMENT) {
    throw new Error(`${file} holds ${bytes.byteLength} bytes where ${length * Type.BYTES_PER_ELEMENT} belong`)
  }
  return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
}

async function readPaths(file: string, images: number): Promise<string[]> {
  const paths = Array.from({ length: images }, () => '')
  let rows = 0
  for await (const row of readLines<ImageRow>(file)) {
    paths[row.position] = row.path
    rows++
  }
  if (rows !== images) throw new Error(`${file} lists ${rows} images where ${images} belong`)
  return paths
}
