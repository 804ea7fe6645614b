import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CellResult, StudySpec } from '../../contract/studies.ts'
import type { ExpectedCases } from '../tables/studyGrid.ts'
import { latexTable } from './formats/latexTable.ts'
import { matrixCsv } from './formats/matrixCsv.ts'
import { studyPage } from './page/studyPage.ts'
import { matrixNotes, matrixTable } from './sections/matrixTable.ts'
import { studyJson } from './studyJson.ts'
import { studyReadme } from './studyReadme.ts'
import { type StudyTables, studyTables } from './studyTables.ts'

/**
 * Writes a study's results into a folder: matrix-SET.csv and matrix-SET.tex for each set, study.json, study.html and
 * README.md. Each is written under a temporary name first, and all are renamed at the end, so that no half file lies
 * there. The same cells give the same bytes, in whatever order they come.
 * @param expected the cases of each set, so that those of which no cell is there yet are named as missing
 * @returns the absolute paths of the files
 */
export async function writeStudyOutputs(
  spec: StudySpec, cells: CellResult[], directory: string, expected?: ExpectedCases,
): Promise<string[]> {
  await mkdir(directory, { recursive: true })
  const files = [...outputsOf(studyTables(spec, cells, expected), cells)].map(([name, text]) => ({
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

/** The text of each file by its name. */
function outputsOf(tables: StudyTables, cells: CellResult[]): Map<string, string> {
  const matrices = tables.matrices.flatMap((matrix): [string, string][] => {
    const name = `matrix-${matrix.sets[0]}`
    const label = `tab:${tables.spec.name}-${matrix.sets[0]}`
    const caption = `${tables.spec.name}, ${matrix.sets[0]}. ${matrixNotes(matrix).join(' ')}`
    return [
      [`${name}.csv`, matrixCsv(matrix)],
      [`${name}.tex`, latexTable(matrixTable(matrix), { caption, label })],
    ]
  })
  return new Map([
    ...matrices, ['study.json', studyJson(tables, cells)], ['study.html', studyPage(tables)],
    ['README.md', studyReadme(tables)],
  ])
}
