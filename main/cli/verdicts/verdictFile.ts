import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { type VerdictFormat, verdictFormats } from '../../contract/verdictFiles.ts'
import type { ImageVerdict, WrittenVerdict } from '../../contract/verdicts.ts'
import { verdictsIn, verdictText } from '../../reports/verdictText.ts'
import { usageFailure } from '../failures.ts'

export const formats = verdictFormats
export type Format = VerdictFormat

/** The format named, else that of the file's name. @throws usageFailure where neither says it */
export function formatOf(file: string, named?: Format): Format {
  const extension = path.extname(file).slice(1).toLowerCase()
  const format = named ?? formats.find((one) => one === extension)
  if (format) return format
  const name = path.basename(file)
  throw usageFailure(`The name ${name} does not say in which format it is.`, 'Add --format csv or --format json.')
}

/** Reads verdicts from a file. @throws usageFailure that names the first row that cannot be meant */
export async function readVerdicts(file: string, format: Format): Promise<WrittenVerdict[]> {
  const text = await readFile(file, 'utf8')
  try {
    return verdictsIn(text, format, file)
  } catch (error) {
    if (error instanceof EngineFailure) throw usageFailure(error.message, error.hint)
    throw error
  }
}

/** Writes verdicts, so that `readVerdicts` gives them back. */
export async function writeVerdicts(file: string, format: Format, verdicts: ImageVerdict[]): Promise<void> {
  await writeFile(file, verdictText(verdicts, format))
}
