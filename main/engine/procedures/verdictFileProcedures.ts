import { setImmediate } from 'node:timers/promises'
import { mostVerdicts } from '../../contract/verdictLimits.ts'
import type { ImageVerdict, VerdictImport, WrittenVerdict } from '../../contract/verdicts.ts'
import { verdictsIn, verdictText } from '../../reports/verdictText.ts'
import { imageSetOf, refuseUnready } from './imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { importVerdicts } from '../verdicts/verdictImport.ts'

/** Verdicts as files have them, in and out. */
export function verdictFileProcedures(parts: EngineParts) {
  const { read, import: add } = procedures.verdictFiles
  return {
    read: read.handler(async ({ input: { imageSetId, format } }) => {
      const verdicts = await currentVerdicts(parts, imageSetId)
      return { text: verdictText(verdicts, format), verdicts: verdicts.length }
    }),
    import: add.handler(({ input: { imageSetId, format, name, text } }) =>
      addInTurns(parts, imageSetId, verdictsIn(text, format, name))),
  }
}

/** A part at a time: between two of them others are answered. */
async function addInTurns(parts: EngineParts, imageSetId: number, written: WrittenVerdict[]): Promise<VerdictImport> {
  const set = imageSetOf(parts.store, imageSetId)
  refuseUnready(set)
  const sum: VerdictImport = { imported: 0, unchanged: 0, unknown: [] }
  for (let first = 0; first < written.length; first += mostVerdicts) {
    const { imported, unchanged, unknown } = importVerdicts(parts, set, written.slice(first, first + mostVerdicts))
    sum.imported += imported
    sum.unchanged += unchanged
    sum.unknown.push(...unknown)
    await setImmediate()
  }
  return sum
}

async function currentVerdicts({ store }: EngineParts, imageSetId: number): Promise<ImageVerdict[]> {
  const { id, projectId, classes } = imageSetOf(store, imageSetId)
  const all: ImageVerdict[] = []
  for (let from = 0; ; ) {
    const page = store.verdicts.ofSet(projectId, id, { from, limit: mostVerdicts })
    all.push(...page.map((one) => ({ ...one, label: one.label === null ? null : classes[one.label] })))
    if (page.length < mostVerdicts) return all
    from = page.at(-1)!.position + 1
    await setImmediate()
  }
}
