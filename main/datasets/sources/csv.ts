import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { ImportError } from '../problems.ts'
import type { Problem } from '../problems.ts'
import { delimiterBytes, delimiterOf } from '../delimiter.ts'
import { columnsByName, columnsByPlace } from './csvColumns.ts'
import type { CsvColumns } from './csvColumns.ts'
import type { Found, FoundImage, ImageSource } from './imageSource.ts'
import { splitNamed } from './layout.ts'
import { join } from './tree.ts'
import type { Tree } from './tree.ts'

export function isListName(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name)
}

/** A list of path, label and split, separated by comma, semicolon or tab. Paths are relative to the list. */
export class CsvSource implements ImageSource {
  readonly kind = 'csv' as const
  readonly notes: string[] = []
  #tree: Tree
  #folder: string
  #list: string

  constructor(tree: Tree, folder: string, name: string) {
    this.#tree = tree
    this.#folder = folder
    this.#list = join(folder, name)
  }

  /** Does the list name images and their labels? Told by its first row. */
  async isLabelledList(): Promise<boolean> {
    for await (const { record } of this.#records()) return columnsByName(record)?.label !== undefined
    return false
  }

  async *find(): AsyncGenerator<Found> {
    let columns: CsvColumns | undefined
    for await (const { record, info } of this.#records()) {
      if (columns) yield this.#found(record, columns, info.lines)
      else {
        columns = columnsByName(record)
        if (columns) continue
        columns = columnsByPlace(record)
        if (!columns) throw this.#noPath(record)
        yield this.#found(record, columns, info.lines)
      }
    }
  }

  async read(path: string, limit?: number): Promise<Buffer> {
    return this.#tree.read(path, limit)
  }

  close(): Promise<void> {
    return this.#tree.close()
  }

  async *#records(): AsyncGenerator<{ record: string[]; info: { lines: number } }> {
    const text = await this.#tree.read(this.#list)
    const delimiter = delimiterOf(text.toString('utf8', 0, delimiterBytes).replaceAll('\0', ''))
    const options = {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }
    try {
      yield* Readable.from([text]).pipe(parse(options))
    } catch (error) {
      throw this.#unreadable(error)
    }
  }

  #found(record: string[], columns: CsvColumns, line: number): Found {
    const cell = (column: number | undefined) => (column === undefined ? '' : (record[column] ?? '').trim())
    const name = cell(columns.path).replaceAll('\\', '/').replace(/^\.\//, '')
    if (name === '') return { problem: this.#badRow(line, 'It names no file.') }
    const path = isAbsolute(name) ? name : join(this.#folder, name)
    const split = splitNamed(cell(columns.split)) ?? null
    if (split === null && cell(columns.split) !== '')
      return { problem: unknownSplit(path, cell(columns.split), line) }
    const className = cell(columns.label).normalize('NFC') || null
    return { image: { path, className, split } satisfies FoundImage }
  }

  #badRow(line: number, message: string): Problem {
    return { path: `${this.#list}#${line}`, code: 'bad-row', message: `Line ${line} of the list: ${message}` }
  }

  #noPath(header: string[]): ImportError {
    const row = header.join(', ').slice(0, 100)
    const what = `${this.#list} has no column of paths; its first row is "${row}".`
    return new ImportError(
      'csv',
      what,
      'Name the columns path, label and (if you like) split in the first row.',
    )
  }

  #unreadable(error: unknown): unknown {
    const { code, lines } = error as { code?: string; lines?: number }
    if (!code?.startsWith('CSV_')) return error
    const what = `${this.#list} cannot be read as a list: line ${lines} is not well formed.`
    return new ImportError('csv', what, 'Look for a quotation mark that is not closed near that line.')
  }
}

function unknownSplit(path: string, split: string, line: number): Problem {
  const wanted = 'it should be train, validation or test'
  const message = `Line ${line} of the list gives the split "${split}"; ${wanted}.`
  return { path, code: 'bad-row', message }
}

function isAbsolute(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:\//i.test(name)
}
