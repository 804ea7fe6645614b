import { access } from 'node:fs/promises'
import path from 'node:path'
import { workspacePath } from '../../../client/workspacePath.ts'
import type { StudySpec } from '../../../contract/studies.ts'
import { isPublicSet } from '../../../datasets/publicSets/names.ts'
import { usageFailure } from '../../failures.ts'
import { note } from '../../output/streams.ts'
import type { Session } from '../../session.ts'
import { importStep } from '../importStep.ts'
import { getData } from './getData.ts'
import type { ReadStudy } from './readStudy.ts'

type StudySet = StudySpec['sets'][number]

/** Imports the image sets of a study that are not there yet, into a project of the study's own. */
export async function readySets(session: Session, study: ReadStudy): Promise<void> {
  const there = await session.api.imageSets.list({})
  for (const set of study.spec.sets) {
    if (there.some(({ name, state }) => name === set.name && state === 'ready')) continue
    const source = await sourceOf(set, study.folder)
    await importStep(session, { source, project: `study ${study.spec.name}`, name: set.name })
  }
}

async function sourceOf({ name, source }: StudySet, folder: string): Promise<string> {
  if (source !== undefined) return path.resolve(folder, source)
  if (!isPublicSet(name)) {
    throw usageFailure(`The study needs an image set named "${name}", and there is none.`,
      `Import it with "lacuna import DIR --name ${name}", or give its source in the study's file.`)
  }
  const directory = path.join(workspacePath(), 'data', name)
  const isThere = await access(directory).then(() => true, () => false)
  if (!isThere) note(`Getting ${name} ready in ${directory}`)
  return isThere ? directory : getData(name, directory)
}
