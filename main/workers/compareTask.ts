import { readFile } from 'node:fs/promises'
import { commonImages } from '../comparisons/commonImages.ts'
import { comparedPairs, type ComparedScores, type ComparedTruth } from '../comparisons/comparedPairs.ts'
import { readLines } from '../datasets/lines.ts'
import { ANOMALY, NORMAL, UNCOUNTED } from '../metrics/judgedMarks.ts'
import { readFloats, writeNumbers } from './floatFiles.ts'
import { marksOf, measureMarks } from './measures.ts'
import type { Compared, ComparedSource, CompareTask } from './messages.ts'
import { readAssignment, TEST } from './runImages.ts'

/** One column as it was read: arrays by position. */
interface Column { scores: Float32Array; marks: Int8Array; isTest: Uint8Array; labels: Int32Array }

/** Compares scores on the images that they have in common. What is a position is one of each column's own set. */
export async function compare({ columns: sources, directory }: CompareTask): Promise<Compared> {
  const columns = await Promise.all(sources.map(readColumn))
  const common = await placesOf(sources, columns)
  const truth = truthOf(columns, common, sources[0].classNames)
  const scores = columns.map(({ scores: all }, c): ComparedScores => ({
    scores: Float64Array.from(common[c], (position) => all[position]), threshold: sources[c].threshold,
  }))
  await Promise.all(common.map((positions, c) => writeNumbers(`${directory}/common-${c}.i32`, positions)))
  const count = (mark: number) => truth.marks.reduce((sum, one) => sum + Number(one === mark), 0)
  return {
    columns: scores.map(({ scores: those, threshold }) => ({
      metrics: measureMarks(Float32Array.from(those), truth.marks),
      flagged: those.reduce((sum, score) => sum + Number(score > threshold), 0),
    })),
    pairs: comparedPairs(scores, truth), images: common[0].length, normals: count(NORMAL), anomalies: count(ANOMALY),
    disputed: disputed(columns, common),
  }
}

async function readColumn({ scores, images }: ComparedSource): Promise<Column> {
  const [all, assignment, labels] = await Promise.all([readFloats(scores), readAssignment(images), readFile(images.labels)])
  return {
    scores: all, marks: marksOf(assignment), isTest: assignment.splits.map((split) => Number(split === TEST)),
    labels: new Int32Array(Uint8Array.from(labels).buffer),
  }
}

/** Of one set all images are common; of several those with the same content. */
async function placesOf(sources: ComparedSource[], columns: Column[]): Promise<Int32Array[]> {
  if (new Set(sources.map(({ rows }) => rows)).size === 1) {
    const all = Int32Array.from(columns[0].scores.keys())
    return columns.map(() => all)
  }
  return commonImages(await Promise.all(sources.map(({ rows }) => hashesOf(rows))))
}

async function hashesOf(rows: string): Promise<string[]> {
  const hashes: string[] = []
  for await (const { hash } of readLines<{ hash: string }>(rows)) hashes.push(hash)
  return hashes
}

/** An image counts where all columns have it for a test image, and all for normal or all for an anomaly. */
function truthOf(columns: Column[], common: Int32Array[], classNames: string[]): ComparedTruth {
  const marks = Int8Array.from(common[0], (_, i) => {
    const [first, ...others] = columns.map((column, c) => column.marks[common[c][i]])
    return others.every((mark) => mark === first) ? first : UNCOUNTED
  })
  return { marks, classes: Array.from(common[0], (position) => classNames[columns[0].labels[position]] ?? '') }
}

/** Test images of all columns that one holds for normal and another for an anomaly. */
function disputed(columns: Column[], common: Int32Array[]): number {
  return common[0].reduce((sum, _, i) => {
    const marks = columns.map((column, c) => column.marks[common[c][i]])
    return sum + Number(marks.includes(NORMAL) && marks.includes(ANOMALY))
  }, 0)
}
