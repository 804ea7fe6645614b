import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { FOREIGN, LABEL_ISSUE } from '../../main/labels/findings.ts'
import { runLabels } from '../../main/workers/labelsJob.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { LabelsJob, LabelsResult, MemberResult, RunImages } from '../../main/workers/messages.ts'
import { listening, tinySet, tinySettings } from './tinySet.ts'

const FOLDS = 3
/** Training images with a label that is not theirs, which is the remainder by 4; and one of the class held out that is called 0. */
const FLIPPED = new Map([[4, 1], [8, 3], [1, 0], [7, 0], [13, 3]])
const STRANGER = 2

/** The tiny set with wrong labels planted, every image a group of its own. */
function plantedSet(): RunImages {
  const { directory, images } = tinySet()
  const bytes = readFileSync(images.labels)
  const labels = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  for (const [position, wrong] of FLIPPED) labels[position] = wrong
  labels[STRANGER] = 0
  const groups = path.join(directory, 'groups.i32')
  writeFileSync(images.labels, labels)
  writeFileSync(groups, Int32Array.from(labels.keys()))
  return { ...images, groups }
}

const read = (file: string) => {
  const bytes = readFileSync(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
}

async function judged(kind: 'cl-vae' | 'cnn') {
  const images = plantedSet()
  const settings = tinySettings({ folds: FOLDS })
  settings.model.kind = kind
  const members: LabelsJob['members'] = []
  for (const index of [0, 1, 2]) {
    const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))
    const { weights, description, encodings } =
      await runMember({ kind: 'member', directory, images, settings, index, threads: 1 }, listening()) as MemberResult
    members.push({ key: `member-${index}`, index, weights, description, encodings })
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))
  const result = await runLabels({ kind: 'labels', directory, images, settings, members, threads: 1 }, listening())
  return { result, order: new Int32Array(read(result.order)), findings: new Uint8Array(read(result.findings)) }
}

describe('judging labels by class-latent VAEs', () => {
  let result: LabelsResult
  let order: Int32Array
  let findings: Uint8Array
  beforeAll(async () => ({ result, order, findings } = await judged('cl-vae')), 480_000)

  it('finds every wrong label that was planted, suggests the right class, and little else', () => {
    const suggested = new Int16Array(read(result.suggested))
    for (const position of FLIPPED.keys()) {
      expect([position, findings[position]]).toEqual([position, LABEL_ISSUE])
      expect(suggested[position]).toBe(position % 4)
    }
    expect(result.issues).toBeLessThanOrEqual(FLIPPED.size + 3)
  })

  it('finds an image of no known class as foreign, and ranks it among the first', () => {
    expect(findings[STRANGER]).toBe(FOREIGN)
    const foreign = new Float32Array(read(result.foreign))
    expect(foreign.filter((score) => score > foreign[STRANGER]).length).toBeLessThan(5)
  })

  it('judges each image of a known class once, what is found first', () => {
    const known = Array.from({ length: 240 }, (_, i) => i).filter((i) => i % 4 !== 2 || i === STRANGER)
    expect([...order].sort((a, b) => a - b)).toEqual(known)
    expect(result.images).toBe(known.length)
    const found = result.issues + result.strangers
    expect([...order.subarray(0, found)].every((position) => findings[position] > 0)).toBe(true)
    expect([...order.subarray(found)].every((position) => findings[position] === 0)).toBe(true)
  })
})

describe('judging labels by classifiers', () => {
  it('finds the planted wrong labels by their out-of-fold logits', async () => {
    const { findings } = await judged('cnn')
    expect([...FLIPPED.keys()].filter((position) => findings[position] === 0)).toEqual([])
  }, 240_000)
})
