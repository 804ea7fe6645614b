import { z } from 'zod'
import { EngineFailure } from '../contract/errors.ts'
import { parsedJson } from '../contract/parsedJson.ts'
import type { VerdictFormat } from '../contract/verdictFiles.ts'
import { type ImageVerdict, WrittenVerdict } from '../contract/verdicts.ts'
import { fromCsv, type PlacedRow, toCsv } from './verdictCsv.ts'

/**
 * The verdicts in the text of a file; rows without one are passed over, so that a ranking with some verdicts filled in
 * can be read.
 * @param file its name, for what is said of it
 * @throws EngineFailure that names the first row that cannot be meant
 */
export function verdictsIn(text: string, format: VerdictFormat, file: string): WrittenVerdict[] {
  const rows = format === 'csv' ? fromCsv(text, file) : fromJson(text, file)
  return rows.filter(({ row }) => row.verdict !== null && row.verdict !== undefined).map(({ place, row }) => {
    const { data, error } = WrittenVerdict.safeParse(row)
    if (data) return data
    const [issue] = error.issues
    throw new EngineFailure('BAD_INPUT', `${place} of ${file}: ${issue.path.join('.') || 'it'} does not fit: ${issue.message}.`,
      'Nothing was imported. A verdict is anomaly, normal, mislabelled or unsure, of an image by its path or hash.')
  })
}

/** The text of a file of verdicts, from which `verdictsIn` gives them back. */
export function verdictText(verdicts: ImageVerdict[], format: VerdictFormat): string {
  const written = verdicts.map(({ path: name, hash, label, verdict, class: right, note, tags, judged }) => (
    { path: name, hash, label, verdict, class: right, note, tags, judged }
  ))
  return format === 'csv' ? toCsv(written) : `${JSON.stringify({ verdicts: written }, null, 2)}\n`
}

const Rows = z.array(z.record(z.string(), z.unknown()))
const Document = z.union([Rows, z.object({ verdicts: Rows }).transform(({ verdicts }) => verdicts)])

function fromJson(text: string, file: string): PlacedRow[] {
  const { data } = Document.safeParse(parsedJson(text))
  if (data) return data.map((row, i) => ({ place: `Entry ${i + 1}`, row }))
  throw new EngineFailure('BAD_INPUT', `${file} holds no verdicts.`,
    'It should be a list, or an object with a list "verdicts".')
}
