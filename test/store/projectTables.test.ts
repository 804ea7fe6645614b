import { expect, test } from 'vitest'
import { openDatabase } from '../../main/store/openDatabase.ts'
import { projectTables } from '../../main/store/projectTables.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

/** What a copy and a backup leave where it is. */
const stays = new Set([
  'artefacts', 'projects', 'jobs', 'studies', 'study_cells', 'encoders', 'encoder_features', 'sqlite_sequence',
])

test('every table is carried with a project, column by column, or is one that stays', async () => {
  const db = await openDatabase(temporaryFolder())
  try {
    const tables = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all()
    const carried = new Map(projectTables.map(({ name, columns }) => [name, columns]))
    expect(tables.filter((name) => !carried.has(name) && !stays.has(name))).toEqual([])
    for (const [name, columns] of carried) {
      const all = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name)
      // Whether a version is ready, and to which study's cell an ensemble belongs, is not carried; numbers are new.
      const left = all.filter((column) => !columns.includes(column) && !['id', 'state', 'cell'].includes(column))
      expect([name, left]).toEqual([name, []])
    }
  } finally {
    db.close()
  }
})
