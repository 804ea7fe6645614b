import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CellResult, StudySpec } from '../../contract/studies.ts'
import type { ExpectedCases } from '../tables/studyGrid.ts'
import { studyPage } from './page/studyPage.ts'
import { studyJson } from './studyJson.ts'
import { studyReadme } from './studyReadme.ts'
import { type StudyTables, studyTables } from './studyTables.ts'
import { tableFiles, type TextFile } from './tableFiles.ts'

/**
 * Writes a study's results into a folder: matrix-SET, comparisons, ablation, sizes and overhead as .csv and .tex, as far
 * as the study has them, and study.json, study.html and README.md. Each is written under a temporary name first, and
 * all are renamed at the end, so that no half file lies there. The same cells give the same bytes, in whatever order
 * they come.
 * @param expected the cases of each set, so that those of which no cell is there yet are named as missing
 * @returns the absolute paths of the files
 */
export async function writeStudyOutputs(
  spec: StudySpec, cells: CellResult[], directory: string, expected?: ExpectedCases,
): Promise<string[]> {
  await mkdir(directory, { recursive: true })
  const files = outputsOf(studyTables(spec, cells, expected), cells).map(([name, text]) => ({
    text, draft: path.join(directory, `.${name}.${process.pid}.part`), file: path.resolve(directory, name),
  }))
  try {
    for (const { draft, text } of files) await writeFile(draft, text)
    for (const { draft, file } of files) await rename(draft, file)
    return files.map(({ file }) => file)
  } finally {
    await Promise.all(files.map(({ draft }) => rm(draft, { force: true })))
  }
}

function outputsOf(tables: StudyTables, cells: CellResult[]): TextFile[] {
  return [
    ...tableFiles(tables), ['study.json', studyJson(tables, cells)], ['study.html', studyPage(tables)],
    ['README.md', studyReadme(tables)],
  ]
}
