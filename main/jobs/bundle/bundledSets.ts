import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { RedecodedShape } from '../../datasets/redecode.ts'
import { artefactEntry } from '../project/backupFile.ts'
import { readRows } from '../project/readRows.ts'
import type { Unpacked } from '../project/unpack.ts'

/** An image set of an unpacked bundle. `snapshot`: the name of the artefact with its pixels; `rows`: a file. */
export interface BundledSet {
  name: string; source: string; unlabelled: boolean; images: number; shape: RedecodedShape; snapshot: string; rows: string
}

interface Found { images: number; options: { unlabelled?: boolean }; shape: Omit<RedecodedShape, 'channels'> & { channels: number } }

/** @throws EngineFailure BAD_INPUT where a set's list of images did not come with it */
export async function bundledSets({ directory, files }: Unpacked): Promise<BundledSet[]> {
  const names = new Map<number, string>()
  for await (const rows of readRows(directory, 'image_sets')) rows.forEach(({ id, name }) => names.set(Number(id), String(name)))
  const sets: BundledSet[] = []
  for await (const rows of readRows(directory, 'image_set_versions')) {
    for (const row of rows.filter(({ snapshot_id }) => snapshot_id !== null)) {
      const { images, options, shape } = JSON.parse(String(row.found)) as Found
      const list = artefactEntry(String(row.rows_id))
      if (!files.some(({ name }) => name === list)) throw new EngineFailure('BAD_INPUT', `The entry "${list}" is missing in the archive.`)
      sets.push({
        name: names.get(Number(row.image_set_id)) ?? '', source: String(row.source), unlabelled: options.unlabelled ?? false, images,
        shape: { ...shape, channels: shape.channels === 1 ? 1 : 3 }, snapshot: String(row.snapshot_id), rows: path.join(directory, list),
      })
    }
  }
  return sets
}
