import type { RankedImage } from '../../main/contract/scores.ts'
import { ReportOptions } from '../../main/contract/reports.ts'
import { countImages } from '../../main/reports/counts.ts'
import { noFindings } from '../../main/reports/findings.ts'
import type { GalleryImage, PageContent } from '../../main/reports/page/pageContent.ts'
import { rankByScore } from '../../main/reports/ranking.ts'
import { topImages } from '../../main/reports/topImages.ts'
import type { ReportInput } from '../../main/reports/reportInput.ts'
import { viewSummary } from '../../main/reports/reportSummary.ts'
import { stream } from '../../main/models/random.ts'
import { madeSummary } from './madeSummary.ts'

export interface MadeOptions {
  classNames?: string[]
  heldOut?: number[]
  dimension?: number
  images?: number
  file?: (position: number) => string
  labelled?: boolean
}

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

export const fashion = [
  'T-shirt',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
]

/** A result that was never computed: every part of a report, from seeded random numbers. */
export function madeInput(options: MadeOptions = {}): ReportInput {
  const { classNames = fashion, heldOut = [8], dimension = 8, images = 1200, labelled = true } = options
  const file =
    options.file ?? ((i: number) => `${classNames[i % classNames.length]}/${String(i).padStart(5, '0')}.png`)
  const known = classNames.map((_, i) => i).filter((i) => !heldOut.includes(i))
  const normals = stream('report')
  const random = () => normals.normal()
  const priorMeans = known.map((_, i) => placed(i, known.length, dimension))
  const labels = Int32Array.from({ length: images }, (_, i) => (labelled ? i % classNames.length : -1))
  const strange = (i: number) => heldOut.includes(i % classNames.length)
  const latents = Float32Array.from({ length: images * dimension }, (_, j) => {
    const i = Math.floor(j / dimension)
    return (
      (strange(i) ? 0.25 : 1) * (priorMeans[known.indexOf(i % classNames.length)]?.[j % dimension] ?? 0)
      + 0.45 * random()
    )
  })
  const scores = Float32Array.from(
    { length: images },
    (_, i) => (strange(i) ? 4.2 : 1.6) + (strange(i) ? 1.2 : 0.8) * random(),
  )
  const input: ReportInput = {
    paths: Array.from({ length: images }, (_, i) => file(i)),
    labels,
    scores,
    latents,
    dimension,
    priorMeans,
    classNames,
    known,
    heldOut,
    splits: Uint8Array.from({ length: images }, (_, i) =>
      Math.floor(i / classNames.length) % 3 === 0 ? 2 : 0,
    ),
    nearest: Int16Array.from({ length: images }, (_, i) => known[(i * 7) % known.length]),
    threshold: 3,
    detector: 'centre',
    metrics:
      labelled && heldOut.length
        ? {
            normals: 360,
            anomalies: 40,
            auroc: 0.9634,
            aurocInterval: [0.941, 0.982],
            auprOut: 0.912,
            auprIn: 0.991,
            fpr95: 0.123,
            f1Max: 0.871,
          }
        : null,
    verdicts: new Map(),
    summary: {},
  }
  return { ...input, summary: madeSummary(input) }
}

/** The page's content from a made input, with one grey pixel as every thumbnail. */
export function madeContent(options: MadeOptions = {}, top = 24): PageContent {
  const input = madeInput(options)
  const { all, known } = topImages(input, rankByScore(input.scores), top)
  const picture = (image: RankedImage, i: number): GalleryImage => ({
    ...image,
    thumbnail: i === 5 ? { problem: 'There is no such file.' } : { uri: pixel, smooth: false },
  })
  const gallery = { all: all.map(picture), known: known.map(picture) }
  const told = { findings: noFindings, options: ReportOptions.parse({ top }), omitted: 0 }
  return { input, counts: countImages(input), view: viewSummary(input.summary), gallery, ...told }
}

function placed(i: number, of: number, dimension: number): number[] {
  const angle = (2 * Math.PI * i) / of
  return Array.from({ length: dimension }, (_, k) =>
    dimension === 2
      ? 3 * (k ? Math.sin(angle) : Math.cos(angle))
      : (k === i % dimension ? 3 : -0.4) * (i < dimension ? 1 : -1),
  )
}
