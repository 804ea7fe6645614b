import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { delimiterBytes, delimiterOf } from './delimiter.ts'
import { ImportError } from './problems.ts'
import { columnsByName } from './sources/csvColumns.ts'

/** Which cell of a row is the path, and which the score. */
interface ScoreColumns { path: number; score: number }

interface Row { record: string[]; info: { lines: number } }

/**
 * Reads scores from a CSV file (comma, semicolon or tab) whose first row names the columns path and score; other columns
 * are passed over, so a ranking.csv can be read as well.
 * @returns the score of each path, as a 32-bit float
 * @throws ImportError where the file is no such list, with the line
 */
export async function readScoreList(file: string): Promise<Map<string, number>> {
  const scores = new Map<string, number>()
  let columns: ScoreColumns | undefined
  for await (const { record, info } of rowsOf(file)) {
    if (!columns) columns = columnsOf(record)
    else addRow(scores, record, columns, info.lines)
  }
  if (!columns) throw failure('The file of scores is empty.')
  return scores
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  try {
    const options = { delimiter: await delimiterIn(file), bom: true, info: true, skip_empty_lines: true, trim: true }
    yield* createReadStream(file).compose(parse(options))
  } catch (error) {
    const { code, lines, message } = error as { code?: string; lines?: number; message: string }
    if (!code?.startsWith('CSV_')) throw failure(`The file of scores cannot be read: ${message}.`)
    throw failure(`Line ${lines} of the scores is not well formed: ${message}.`)
  }
}

async function delimiterIn(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(delimiterBytes), 0, delimiterBytes, 0)
    return delimiterOf(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await handle.close()
  }
}

function columnsOf(header: string[]): ScoreColumns {
  const path = columnsByName(header)?.path
  const score = header.findIndex((cell) => /^(anomaly[_ -]?)?score$/i.test(cell))
  if (path !== undefined && score >= 0) return { path, score }
  throw failure(`The first row of the scores is "${header.join(', ').slice(0, 100)}".`)
}

function addRow(scores: Map<string, number>, record: string[], { path, score }: ScoreColumns, line: number): void {
  const name = record[path].replaceAll('\\', '/').replace(/^\.\//, '')
  const value = record[score] === '' ? NaN : Math.fround(Number(record[score]))
  if (!Number.isFinite(value)) throw failure(`Line ${line} of the scores gives "${name}" the score "${record[score]}".`)
  if (scores.has(name)) throw failure(`Line ${line} of the scores names "${name}" a second time.`)
  scores.set(name, value)
}

function failure(message: string): ImportError {
  return new ImportError('SCORES', message,
    'The first row names the columns path and score, and each other one gives an image and a finite number.')
}
