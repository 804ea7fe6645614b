import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { importImages } from '../../main/datasets/importImages.ts'
import { writeSample } from '../../main/datasets/sample.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberResult, RunImages } from '../../main/workers/messages.ts'
import { runScore } from '../../main/workers/scoreJob.ts'
import { listening, tinySettings } from './tinySet.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** The bundled sample, imported, with the class `Bag` held out. */
async function sampleWithoutBags(): Promise<RunImages> {
  const source = path.join(directory, 'sample')
  await writeSample(source)
  const output = mkdtempSync(path.join(directory, 'import-'))
  const { snapshot, classes } = await importImages({ source, output }, () => undefined, new AbortController().signal)
  const rows = readFileSync(path.join(output, 'images.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line))
  writeFileSync(path.join(output, 'labels'), Int32Array.from(rows, (row) => row.label))
  writeFileSync(path.join(output, 'splits'), Uint8Array.from(rows, (row) => ['train', 'validation', 'test'].indexOf(row.split)))
  const bag = classes.indexOf('Bag')
  return {
    snapshot: { ...snapshot, file: path.join(output, snapshot.file) },
    labels: path.join(output, 'labels'), splits: path.join(output, 'splits'),
    known: classes.keys().filter((k) => k !== bag).toArray(), heldOut: [bag],
  }
}

it('claim 1 of the paper holds on the sample: strangers gather in the empty centre, away from every class', async () => {
  const images = await sampleWithoutBags()
  const settings = { ...tinySettings({ epochs: 1, leastSteps: 200, batch: 64 }), model: { kind: 'cl-vae' as const, architecture: 'auto' as const, latent: 8, dense: 32 } }
  const member = await runMember({ kind: 'member', directory, images, settings, index: 0, threads: 1 }, listening()) as MemberResult
  const { scores } = await runScore({
    kind: 'score', directory, images, members: [{ key: 'm', index: 0, ...member }], detectors: ['centre', 'divergence'],
    fits: null, thresholds: null, falsePositiveRate: 0.05, threads: 1, device: 'tensorflow', classNames: [], seed: 1,
  }, listening())
  for (const { metrics } of scores) {
    expect(metrics).toMatchObject({ normals: 1080, anomalies: 120 })
    expect(metrics?.aurocInterval[0]).toBeGreaterThan(0.7)
  }
}, 240_000)
