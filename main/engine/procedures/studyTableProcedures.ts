import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { StudyContent } from '../../jobs/study/studyTableWork.ts'
import { parseStudy } from '../../studies/parseStudy.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

/** A study's file is a page or two: whatever is larger than this is none. */
const mostBytes = 1_000_000

/** What is read from and written to this machine's folders, and the tables. @param content throws for an unknown study */
export function studyTableProcedures({ studyTables }: EngineParts, content: (name: string) => StudyContent) {
  const { open, tables, export: write } = procedures.studies
  return {
    open: open.handler(({ input }) => openStudy(input.path)),
    tables: tables.handler(({ input }) => studyTables.tables(content(input.name))),
    export: write.handler(async ({ input }) => {
      refuseRelative(input.directory)
      return { files: await studyTables.write(content(input.name), input.directory) }
    }),
  }
}

export function refuseRelative(folder: string): void {
  if (path.isAbsolute(folder)) return
  throw new EngineFailure('BAD_INPUT', `"${folder}" is not an absolute path.`, 'Give the whole path, from the root.')
}

/** Nothing of a file leaves the engine unless it is a study. Its sources are meant from where it lies. */
async function openStudy(file: string) {
  refuseRelative(file)
  const text = await textOf(file)
  const spec = parseStudy(text, path.basename(file))
  const sets = spec.sets.map(({ source, ...set }) =>
    source === undefined ? set : { ...set, source: path.resolve(path.dirname(file), source) })
  return { text, spec: { ...spec, sets } }
}

async function textOf(file: string): Promise<string> {
  try {
    const found = await stat(file)
    if (found.isFile() && found.size <= mostBytes) return await readFile(file, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'may not be read'
    throw new EngineFailure('BAD_INPUT', `${file} ${reason}.`, 'Check the path and its permissions.')
  }
  throw new EngineFailure('BAD_INPUT', `${file} is no study: it is a folder, or larger than a megabyte.`,
    'Give the path of a YAML or JSON file.')
}
