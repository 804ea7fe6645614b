import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type ImageVerdict, WrittenVerdict } from '../../contract/verdicts.ts'
import { usageFailure } from '../failures.ts'
import { fromCsv, type PlacedRow, toCsv } from './verdictCsv.ts'

export const formats = ['csv', 'json'] as const
export type Format = (typeof formats)[number]

/** The format named, else that of the file's name. @throws usageFailure where neither says it */
export function formatOf(file: string, named?: Format): Format {
  const extension = path.extname(file).slice(1).toLowerCase()
  const format = named ?? formats.find((one) => one === extension)
  if (format) return format
  const name = path.basename(file)
  throw usageFailure(`The name ${name} does not say in which format it is.`, 'Add --format csv or --format json.')
}

/**
 * Reads verdicts; rows without one are passed over, so that a ranking with some verdicts filled in can be read.
 * @throws usageFailure that names the first row that cannot be meant
 */
export async function readVerdicts(file: string, format: Format): Promise<WrittenVerdict[]> {
  const text = await readFile(file, 'utf8')
  const rows = format === 'csv' ? fromCsv(text, file) : fromJson(text, file)
  return rows.filter(({ row }) => row.verdict !== null && row.verdict !== undefined).map(({ place, row }) => {
    const { data, error } = WrittenVerdict.safeParse(row)
    if (data) return data
    const [issue] = error.issues
    throw usageFailure(`${place} of ${file}: ${issue.path.join('.') || 'it'} does not fit: ${issue.message}.`,
      'Nothing was imported. A verdict is anomaly, normal, mislabelled or unsure, of an image by its path or hash.')
  })
}

/** Writes verdicts, so that `readVerdicts` gives them back. */
export async function writeVerdicts(file: string, format: Format, verdicts: ImageVerdict[]): Promise<void> {
  const written = verdicts.map(({ path: name, hash, label, verdict, class: right, note, tags, judged }) => (
    { path: name, hash, label, verdict, class: right, note, tags, judged }
  ))
  await writeFile(file, format === 'csv' ? toCsv(written) : `${JSON.stringify({ verdicts: written }, null, 2)}\n`)
}

const Rows = z.array(z.record(z.string(), z.unknown()))
const Document = z.union([Rows, z.object({ verdicts: Rows }).transform(({ verdicts }) => verdicts)])

function fromJson(text: string, file: string): PlacedRow[] {
  const { data } = Document.safeParse(parsed(text))
  if (!data) throw usageFailure(`${file} holds no verdicts.`, 'It should be a list, or an object with a list "verdicts".')
  return data.map((row, i) => ({ place: `Entry ${i + 1}`, row }))
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
