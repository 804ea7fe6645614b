import type Database from 'better-sqlite3'
import type { EnsembleSettings } from '../contract/settings.ts'
import { now } from './now.ts'

/** An ensemble without its members; classes are indices into those of its image set. */
export interface EnsembleRecord {
  id: number; projectId: number; imageSetId: number; name: string; created: string
  settings: EnsembleSettings; known: number[]; heldOut: number[]
  /** The key of the study's cell that it was made for; null where people made it. */
  cell: string | null
}

/** `cell`: the key of the study's cell that it is made for. */
export type NewEnsemble =
  Pick<EnsembleRecord, 'imageSetId' | 'name' | 'settings' | 'known' | 'heldOut'> & { cell?: string }

interface Row extends Omit<EnsembleRecord, 'settings' | 'known' | 'heldOut'> {
  settings: string; known: string; heldOut: string
}

const select = `SELECT e.id, s.project_id AS projectId, e.version_id AS imageSetId, e.name, e.created,
  e.settings, e.known, e.held_out AS heldOut, e.cell FROM ensembles e JOIN image_set_versions v ON v.id = e.version_id
  JOIN image_sets s ON s.id = v.image_set_id JOIN projects p ON p.id = s.project_id`

/** Queries on ensembles. */
export type Ensembles = ReturnType<typeof ensembles>

export function ensembles(db: Database.Database) {
  const all = db.prepare<{ project: string | null }, Row>(
    `${select} WHERE e.cell IS NULL AND p.state = 'here' AND (@project IS NULL OR p.name = @project) ORDER BY e.id`)
  const every = db.prepare<[], Row>(`${select} ORDER BY e.id`)
  const byId = db.prepare<[number], Row>(`${select} WHERE e.id = ?`)
  const byImageSet = db.prepare<[number], Row>(`${select} WHERE e.version_id = ? ORDER BY e.id`)
  const byProject = db.prepare<[number], Row>(`${select} WHERE s.project_id = ? ORDER BY e.id`)
  const byCell = db.prepare<[string], Row>(`${select} WHERE e.cell = ?`)
  const insert = db.prepare(`INSERT INTO ensembles (version_id, name, created, settings, known, held_out, cell)
    VALUES (@imageSetId, @name, @created, @settings, @known, @heldOut, @cell)`)
  const remove = db.prepare('DELETE FROM ensembles WHERE id = ?')
  return {
    /** All, also those of studies. */
    everything: () => every.all().map(record),
    /** Those that people made; a study's are found by their cell. */
    list: (project?: string) => all.all({ project: project ?? null }).map(record),
    show: (id: number) => {
      const row = byId.get(id)
      return row && record(row)
    },
    ofCell: (key: string) => {
      const row = byCell.get(key)
      return row && record(row)
    },
    ofImageSet: (id: number) => byImageSet.all(id).map(record),
    ofProject: (id: number) => byProject.all(id).map(record),
    create: (ensemble: NewEnsemble) =>
      Number(
        insert.run({
          imageSetId: ensemble.imageSetId, name: ensemble.name, created: now(),
          settings: JSON.stringify(ensemble.settings), known: JSON.stringify(ensemble.known),
          heldOut: JSON.stringify(ensemble.heldOut), cell: ensemble.cell ?? null,
        }).lastInsertRowid,
      ),
    remove: (id: number) => void remove.run(id),
  }
}

/** What ensembles were trained on before there was a choice, here and in archives. */
const onlyDevice = { device: 'tensorflow' } as const

function record(row: Row): EnsembleRecord {
  return {
    ...row, settings: { ...onlyDevice, ...JSON.parse(row.settings) }, known: JSON.parse(row.known),
    heldOut: JSON.parse(row.heldOut),
  }
}
