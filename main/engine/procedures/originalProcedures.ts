import type { ImageSet, ImportOptions } from '../../contract/imageSets.ts'
import { checkOriginals } from '../../jobs/importing/checkOriginals.ts'
import { checkSource } from './checkSource.ts'
import { imageSetOf, refuseUnready } from './imageSetOf.ts'
import { submitImport } from './imageSetProcedures.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function originalProcedures(parts: EngineParts) {
  const { store } = parts
  const { check, importAgain } = procedures.originals
  const ready = (id: number) => {
    const set = imageSetOf(store, id)
    refuseUnready(set)
    return set
  }
  return {
    check: check.handler(({ input, signal }) => checkOriginals(parts, ready(input.id), input.thorough, signal)),
    importAgain: importAgain.handler(async ({ input }) => {
      const set = ready(input.id)
      await checkSource(set.source)
      const options = sameAgain(set, store.imageSets.found(set.id)!.options)
      return submitImport(parts, projectOf(parts, set), set.name, { options })
    }),
  }
}

const projectOf = ({ store }: EngineParts, { projectId }: ImageSet) => store.projects.show(projectId)!.name

/** Pixels of 8 bit. */
const isByteRange = ([low, high]: [number, number]) => low === 0 && high === 255

/**
 * What was left to the data the first time is kept now, so that ensembles can score the new version: only a range of 8 bit
 * is left open, as it says nothing of images of 16.
 */
function sameAgain({ source, snapshot }: ImageSet, options: ImportOptions): ImportOptions {
  if (options.like !== undefined || !snapshot) return { ...options, source }
  const { height, width, channels, fit, range } = snapshot
  const pixels = { size: { height, width }, colour: channels === 1 ? 'grey' as const : 'rgb' as const, fit }
  return { ...options, ...pixels, ...(isByteRange(range) ? {} : { range }), source }
}
