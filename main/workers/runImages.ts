import { readFile } from 'node:fs/promises'
import { SnapshotReader } from '../datasets/snapshotReader.ts'
import type { TrainingImages } from '../models/batches.ts'
import type { ModelKind } from '../models/memberModel.ts'
import type { RunImages } from './messages.ts'

export const TRAIN = 0
export const VALIDATION = 1
export const TEST = 2

/** The images of a run in memory: what each is, by position. The pixels stay in their file. */
export interface Assignment {
  /** Index of the known class, or -1: held out, left out or unlabelled. */
  knownOf: Int32Array
  /** 1 where the image's class is held out. */
  heldOut: Uint8Array
  splits: Uint8Array
}

/** Reads the flat files of a run. */
export async function readAssignment({ labels, splits, known, heldOut }: RunImages): Promise<Assignment> {
  const bytes = await readFile(labels)
  const labelOf = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const held = new Set(heldOut)
  return {
    knownOf: labelOf.map((label) => known.indexOf(label)),
    heldOut: Uint8Array.from(labelOf, (label) => Number(held.has(label))),
    splits: new Uint8Array(await readFile(splits)),
  }
}

/** Positions of the known classes' images in one split. */
export function knownPositions({ knownOf, splits }: Assignment, split: number): Uint32Array {
  const positions = new Uint32Array(knownOf.length)
  let count = 0
  for (let i = 0; i < knownOf.length; i++) if (knownOf[i] >= 0 && splits[i] === split) positions[count++] = i
  return positions.slice(0, count)
}

/**
 * What a member learns from: validation comes from the training inliers, never from the test images. A VAE without classes
 * takes all known ones for one.
 */
export function trainingImages(assignment: Assignment, reader: SnapshotReader, kind: ModelKind): TrainingImages {
  return {
    train: knownPositions(assignment, TRAIN),
    validation: knownPositions(assignment, VALIDATION),
    classOf: kind === 'vae' ? assignment.knownOf.map((known) => Math.min(known, 0)) : assignment.knownOf,
    read: (positions) => reader.read(positions),
  }
}

export function openReader({ snapshot }: RunImages): SnapshotReader {
  return new SnapshotReader(snapshot.file, snapshot, snapshot.images)
}
