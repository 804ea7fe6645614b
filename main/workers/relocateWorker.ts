import { createHash } from 'node:crypto'
import type { ImageRow } from '../datasets/importRequest.ts'
import { readLines } from '../datasets/lines.ts'
import { toProblem } from '../datasets/problems.ts'
import type { ImageSource } from '../datasets/sources/imageSource.ts'
import { openSource } from '../datasets/sources/openSource.ts'
import { serve } from './channel.ts'
import type { RelocateResult } from './messages.ts'

serve('relocate', async ({ source, unlabelled, rows, most }) => {
  const images = await spread(rows, most)
  const originals = await openSource(source, { unlabelled })
  const result: RelocateResult = { compared: images.length, missing: 0, different: 0, example: null }
  try {
    for (const image of images) note(result, image, await contentOf(originals, image.path))
    return result
  } finally {
    await originals.close()
  }
})

/** Every n-th of the rows, so that there are at most so many. */
async function spread(file: string, most: number): Promise<ImageRow[]> {
  const rows: ImageRow[] = []
  for await (const row of readLines<ImageRow>(file)) rows.push(row)
  const step = Math.ceil(rows.length / most)
  return rows.filter((_, i) => i % step === 0)
}

/** The hash of an original as an import takes it; null where there is none to read. */
async function contentOf(originals: ImageSource, path: string): Promise<string | null> {
  try {
    return createHash('sha256').update(await originals.read(path)).digest('hex')
  } catch (error) {
    toProblem(path, error)
    return null
  }
}

function note(result: RelocateResult, { path, hash }: ImageRow, found: string | null): void {
  if (found === hash) return
  if (found === null) result.missing++
  else result.different++
  result.example ??= path
}
