import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { auroc } from '../../main/metrics/auroc.ts'
import { stream } from '../../main/models/random.ts'
import { importScores } from '../../main/workers/importScoresTask.ts'
import { judge } from '../../main/workers/judgeTask.ts'
import type { ImportScoresTask, WorkerVerdict } from '../../main/workers/messages.ts'
import { listening, tinySet } from './tinySet.ts'

// Labels go 0 1 2 3 0 1 ..., class 2 is held out; every third image is a test, every fifth of the others validation.
const { directory, images } = tinySet()
const count = images.snapshot.images
const isTest = (position: number) => position % 3 === 0
const isValidation = (position: number) => !isTest(position) && position % 5 === 0
const noise = stream('statistics').normals(count)
const scores = Float32Array.from(noise, (z, i) => z + (i % 4 === 2 ? 1 : 0))
const tests = [...scores.keys()].filter(isTest)
const classNames = ['a', 'b', 'c', 'd']
writeFileSync(path.join(directory, 'scores.f32'), scores)
writeFileSync(
  path.join(directory, 'images.ndjson'),
  Array.from(scores, (_, position) => `${JSON.stringify({ position, path: `${position}.png` })}\n`).join(''),
)

const judged = (verdicts: WorkerVerdict[], run = images) =>
  judge({ task: 'judge', images: run, classNames, scores: path.join(directory, 'scores.f32'), verdicts, importedFit: null })
const said = (position: number, verdict: WorkerVerdict['verdict'], name: string | null = null) => ({ position, verdict, class: name })

describe('metrics with verdicts in the place of labels', () => {
  it('are those of the labels that the verdicts make', async () => {
    const found = await judged([
      said(0, 'anomaly'), said(6, 'normal'), said(3, 'normal'), said(9, 'unsure'), said(12, 'mislabelled', 'c'),
      said(18, 'mislabelled', 'b'), said(15, 'mislabelled'), said(1, 'anomaly'),
    ])
    const marks = new Map(tests.map((i) => [i, Number(i % 4 === 2)]))
    for (const [position, mark] of [[0, 1], [6, 0], [12, 1], [18, 0]]) marks.set(position, mark)
    for (const position of [9, 15]) marks.delete(position)
    const counted = [...marks.keys()]
    expect(found.metrics?.auroc).toBe(auroc(counted.map((i) => scores[i]), counted.map((i) => marks.get(i)!)))
    expect(found.byLabel?.auroc).toBe(auroc(tests.map((i) => scores[i]), tests.map((i) => i % 4 === 2)))
    expect(found).toMatchObject({
      verdicts: { anomaly: 1, normal: 2, mislabelled: 3, unsure: 1 }, replaced: 4, added: 0, leftOut: 2, untested: 1,
    })
  })

  it('count a mislabelled image as its right class does: a class that the ensemble does not know is an anomaly', async () => {
    const without = { ...images, known: [0, 1], heldOut: [2] }
    const found = await judged([said(0, 'mislabelled', 'd'), said(12, 'mislabelled', 'new'), said(3, 'mislabelled', 'a')], without)
    // 0 is of a class left out now; 12 an anomaly; 3 was of the class left out, and counts now.
    expect(found).toMatchObject({ leftOut: 1, replaced: 1, added: 1 })
  })

  it('can be had of images without any label', async () => {
    const unlabelled = { ...images, known: [], heldOut: [] }
    const found = await judged([said(0, 'anomaly'), said(3, 'normal'), said(6, 'normal')], unlabelled)
    expect(found.byLabel).toBeNull()
    expect(found.metrics).toMatchObject({ anomalies: 1, normals: 2, auroc: auroc([0, 3, 6].map((i) => scores[i]), [1, 0, 0]) })
    expect(found.added).toBe(3)
  })
})

const task = (rows: [string, number][], changes: Partial<ImportScoresTask> = {}): ImportScoresTask => {
  const file = path.join(directory, 'theirs.csv')
  writeFileSync(file, `path,score\n${rows.map((row) => `${row.join(',')}\n`).join('')}`)
  return {
    task: 'import-scores', directory: path.join(directory, 'out'), images, file, name: 'theirs', partial: false,
    rows: path.join(directory, 'images.ndjson'), falsePositiveRate: 0.05, threshold: null, ...changes,
  }
}
const all = Array.from(scores, (score, i): [string, number] => [`${i}.png`, score])
const floats = (file: string) => new Float32Array(Uint8Array.from(readFileSync(file)).buffer)

describe('scores from elsewhere', () => {
  it('are put in the order of the images, and measured as ours', async () => {
    const found = await importScores(task(all.toReversed()), listening())
    expect(floats(found.scores)).toEqual(scores)
    expect(found.metrics?.auroc).toBe(auroc(tests.map((i) => scores[i]), tests.map((i) => i % 4 === 2)))
    expect(found.flagged).toBe(scores.filter((score) => score > found.threshold.value).length)
    expect([...new Int16Array(Uint8Array.from(readFileSync(found.nearest)).buffer)]).toEqual(Array.from(scores, () => -1))
    expect(found.warnings).toEqual([])
  })

  it('have the threshold that at most 5 % of the known validation images exceed', async () => {
    const { threshold } = await importScores(task(all), listening())
    const inliers = [...scores].filter((_, i) => isValidation(i) && i % 4 !== 2)
    const above = (limit: number) => inliers.filter((score) => score > limit).length / inliers.length
    expect(above(threshold.value)).toBeLessThanOrEqual(0.05)
    expect(above(Math.max(...inliers.filter((score) => score < threshold.value)))).toBeGreaterThan(0.05)
    expect(threshold.rule).toBe('at most 5 % of the validation images of the known classes score higher')
  })

  it('are refused where an image has none, with an example', async () => {
    await expect(importScores(task(all.slice(1)), listening())).rejects.toMatchObject({
      code: 'SCORES', message: '1 of the 240 images have no score, such as "0.png".', hint: expect.stringContaining('partial'),
    })
    await expect(importScores(task([['elsewhere.png', 1]], { partial: true }), listening())).rejects.toThrow(
      'None of the scores is of an image of this set, such as "0.png".')
  })

  it('of some images leave the others last, never flagged and uncounted, and say so', async () => {
    const some = all.filter((_, i) => isTest(i) && i !== 2 && i !== 6)
    const found = await importScores(task([...some, ['stranger.png', 99]], { partial: true }), listening())
    const lowest = Math.fround(Math.min(...some.map(([, score]) => score)))
    expect(floats(found.scores)[6]).toBe(lowest)
    expect(found.threshold.value).toBeGreaterThanOrEqual(lowest)
    expect(found.metrics).toMatchObject({ normals: 60, anomalies: 19 })
    expect(found.threshold.rule).toContain('test images of the known classes')
    expect(found.warnings).toEqual([
      expect.stringMatching(/^No validation images of the known classes have a score/),
      expect.stringMatching(/^161 of the 240 images have no score of their own, such as "1.png"/),
      'The file has scores of 1 images that the set does not have, such as "stranger.png".',
    ])
    const again = await judge({
      task: 'judge', images, classNames, scores: found.scores, verdicts: [said(6, 'anomaly')], importedFit: found.fit,
    })
    expect(again.byLabel).toEqual(found.metrics)
    expect(again).toMatchObject({ untested: 1, replaced: 0 })
  })

  it('take a threshold that holds already as it is', async () => {
    const threshold = { value: 0.25, rule: 'as before' }
    const found = await importScores(task(all, { threshold }), listening())
    expect(found.threshold).toEqual(threshold)
    expect(found.flagged).toBe(scores.filter((score) => score > 0.25).length)
    const some = await importScores(task([['0.png', 7]], { threshold, partial: true }), listening())
    expect(some.flagged).toBe(1)
  })
})
