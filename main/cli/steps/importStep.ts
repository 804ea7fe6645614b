import type { ImageSet } from '../../contract/imageSets.ts'
import type { ImportOptions } from '../../contract/imageSets.ts'
import { count, counted } from '../output/format.ts'
import { note, warn } from '../output/streams.ts'
import { stopwatch } from '../output/stopwatch.ts'
import { follow } from '../progress/follow.ts'
import type { Session } from '../session.ts'

export interface ImportStep extends ImportOptions {
  project: string
  name?: string
}

/**
 * Imports a source and tells what was found.
 * @returns the set; an earlier version of it where nothing has changed since
 */
export async function importStep(session: Session, request: ImportStep): Promise<ImageSet> {
  const took = stopwatch()
  const { id, jobId } = await session.api.imageSets.import(request)
  const { result } = await follow(session, jobId)
  const set = await session.api.imageSets.show({
    id: typeof result?.imageSetId === 'number' ? result.imageSetId : id,
  })
  note(`${result?.unchanged ? 'Found unchanged' : 'Imported'}: ${found(set)} (${took()})`)
  tellOddities(set)
  return set
}

function found(set: ImageSet): string {
  const classes = set.classes.length
    ? ` in ${counted(set.classes.length, 'class', 'classes')}`
    : ', no classes'
  const { snapshot } = set
  const pixels = snapshot
    ? `, ${snapshot.width} x ${snapshot.height} ${snapshot.channels === 1 ? 'grey' : 'colour'}`
    : ''
  return `${counted(set.images, 'image')}${classes}${pixels}, as set ${set.id}`
}

function tellOddities(set: ImageSet): void {
  if (set.problems > 0)
    note(`${count(set.problems)} files could not be read and were left out: lacuna problems ${set.id}`)
  if (set.pairs > 0) note(`${counted(set.pairs, 'pair')} of duplicates found: lacuna pairs ${set.id}`)
  set.warnings.forEach(warn)
}
