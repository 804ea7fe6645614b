import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { EngineFailure } from '../../contract/errors.ts'
import { CellResult } from '../../contract/studies.ts'
import { canonicalJson } from '../canonicalJson.ts'

const fileIn = (folder: string) => path.join(folder, 'cells.json')

/**
 * The results in a folder's cells.json; none where there is no such file.
 * @throws EngineFailure BAD_INPUT where the file is no array of results
 */
export async function readResults(folder: string): Promise<CellResult[]> {
  const file = fileIn(folder)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  try {
    return z.array(CellResult).parse(JSON.parse(text))
  } catch (error) {
    const { message } = error instanceof z.ZodError ? error.issues[0] : (error as Error)
    throw new EngineFailure('BAD_INPUT', `${file} does not hold results of a study: ${message}.`,
      'Move it away, or name another folder with --results.')
  }
}

/** Writes cells.json as a whole: a result a line, sorted, so that versions of it are easy to compare. */
export async function writeResults(folder: string, results: CellResult[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  // Parsed, so that fields come in the schema's order, wherever a result comes from.
  const lines = results.map((result) => [placeOf(result), JSON.stringify(CellResult.parse(result))])
  lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const text = lines.length > 0 ? `[\n${lines.map(([, line]) => line).join(',\n')}\n]\n` : '[]\n'
  await writeFile(`${fileIn(folder)}.partial`, text)
  await rename(`${fileIn(folder)}.partial`, fileIn(folder))
}

function placeOf({ set, arm, varied, seed, case: name, key }: CellResult): string {
  return canonicalJson([set, arm, varied, String(seed).padStart(16, '0'), name, key])
}
