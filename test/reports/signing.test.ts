import { expect, test } from 'vitest'
import type { Comparison } from '../../main/contract/comparisons.ts'
import type { RetrainingFinding } from '../../main/reports/findings.ts'
import { reportPage } from '../../main/reports/page/page.ts'
import type { PageContent } from '../../main/reports/page/pageContent.ts'
import { thresholdTable } from '../../main/reports/page/thresholdSection.ts'
import { mainTables } from '../../main/reports/tables/mainTables.ts'
import { retrainingTable } from '../../main/reports/tables/retrainingTable.ts'
import { madeContent } from './madeReport.ts'

const column = (ensemble: string, auroc: number): Comparison['columns'][number] => ({
  scoreId: 1, ensembleId: 1, ensemble, imageSetId: 1, imageSet: 'parts, version 1', detector: 'centre', threshold: 1, flagged: 9,
  metrics: { normals: 100, anomalies: 20, auroc, aurocInterval: [auroc - 0.01, auroc + 0.005], auprOut: 0.9, auprIn: 0.99, fpr95: 0.05, f1Max: 0.9 },
})

/** The second finds 19 of 20 where the first found 17, and flags 4 of 100 normals where it was 6. */
const compared = (estimate: number, interval: [number, number]): Comparison => ({
  columns: [column('parts', 0.97), column('parts, as judged', 0.98)], unlike: [], images: 600, normals: 100, anomalies: 20, notes: [], sameSet: false,
  pairs: [{
    first: 0, second: 1, classes: [], correlation: 0.9, sentence: 'A sentence.', difference: { estimate, interval, p: 0.02, adjusted: 0.02 },
    quadrants: { anomalies: { both: 17, first: 0, second: 2, neither: 1 }, normals: { both: 3, first: 3, second: 1, neither: 93 } },
  }],
})

const finding = (what: Comparison | null): RetrainingFinding => ({
  before: 'parts', after: 'parts, as judged', created: '2026-11-24T13:20:00.000Z', compared: what,
  relabelling: { relabelled: 2, leaving: 6, joining: 0, tests: 5 },
})

function contentWith(findings: Partial<PageContent['findings']>, options: Partial<PageContent['options']> = {}): PageContent {
  const made = madeContent()
  return { ...made, findings: { ...made.findings, ...findings }, options: { ...made.options, ...options } }
}

/** A page's words, without its marks. */
const wordsOf = (page: string) => page.replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('a retraining is told as before and after: figures, what is found, missed and flagged in vain, and the paired test', () => {
  const rows = retrainingTable([finding(compared(-0.01, [-0.018, -0.002]))]).rows.map((row) => row.map(({ text }) => text))
  expect(rows[0].slice(-3)).toEqual(['17 of 20', '3', '6 of 100'])
  expect(rows[1].slice(-3)).toEqual(['19 of 20', '1', '4 of 100'])
  const words = wordsOf(reportPage(contentWith({ retrainings: [finding(compared(-0.01, [-0.018, -0.002]))] })))
  expect(words).toContain('2 images got another class, 6 left training, 0 came in; 5 judged test images stayed as before')
  expect(words).toContain('AUROC after less before: +0.010, 95 % interval +0.002 to +0.018, p = 0.020 by DeLong’s paired test')
  expect(words).toContain('It finds strangers better than before.')
})

test('a retraining that is worse, one that chance explains, and one without scores are called so', () => {
  const said = (what: Comparison | null) => wordsOf(reportPage(contentWith({ retrainings: [finding(what)] })))
  expect(said(compared(0.01, [0.002, 0.018]))).toContain('It finds strangers worse than before.')
  expect(said(compared(-0.001, [-0.01, 0.008]))).toContain('neither is shown to be better')
  expect(said(null)).toContain('It has no scores by the same detector yet')
  expect(wordsOf(reportPage(contentWith({ retrainings: [] })))).toContain('has no record of this ensemble having been trained again')
})

test('what was trained again is a table of its own, as is what the threshold means', () => {
  const names = mainTables(contentWith({ retrainings: [finding(compared(-0.01, [-0.018, -0.002]))] })).map(({ name }) => name)
  expect(names).toContain('retraining')
  expect(names).toContain('threshold')
})

test('the threshold’s meaning adds up: what is not found is missed', () => {
  const content = madeContent()
  const [found, missed, alarms] = thresholdTable(content).rows.map((row) => row.map(({ text }) => text))
  const { 'held-out': strangers, known } = content.counts.roles
  expect(Number(found[1])).toBe(strangers.test.flagged)
  expect(Number(missed[1])).toBe(strangers.test.images - strangers.test.flagged)
  expect(Number(alarms[1])).toBe(known.test.flagged)
  expect(found[4]).toMatch(/^\d+(\.\d)?\u202f% to \d+(\.\d)?\u202f%$/)
})

test('title, question and who prepared it are those that were given, escaped, and the method is in plain words', () => {
  const page = reportPage(contentWith({}, { title: 'Bags <b>', question: 'Are bags found?', preparedBy: 'Ada & Co' }))
  expect(page).toContain('<h1>Bags &lt;b&gt;</h1>')
  const words = wordsOf(page)
  expect(words).toContain('prepared by Ada &amp; Co')
  expect(words).toContain('Question and method Are bags found? Each network squeezes an image into 8 numbers')
})

test('three people can sign at the end, for a report that is named by its score, its moment and its pixels', () => {
  const page = reportPage(contentWith({}, { preparedBy: 'Ada' }))
  const words = wordsOf(page.slice(page.indexOf('id="signatures"')))
  for (const role of ['Prepared by Ada', 'Checked by', 'Released by']) expect(words).toContain(role)
  expect(words).toMatch(/score \d+, image set “fashion sample”, version 1, made 2026-11-23 12:00 UTC, pixels whose SHA-256 begins with a3a3/)
  const sections = [...page.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)
  expect(sections.at(-1)).toBe('signatures')
})

test('what was not asked for is not there', () => {
  const page = reportPage(contentWith({}, { sections: ['results'] }))
  for (const id of ['method', 'limits', 'signatures', 'retraining']) expect(page).not.toContain(`id="${id}"`)
})

test('limits name the class that stood for anomalies, and the members that learned badly', () => {
  const words = wordsOf(reportPage(madeContent()))
  expect(words).toContain('was measured with Bag in the place of them')
  expect(words).toMatch(/\d of 5 networks did not learn as well as they should/)
})
