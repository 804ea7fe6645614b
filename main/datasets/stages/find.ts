import { LineWriter } from '../lines.ts'
import type { ImportRun } from '../importRun.ts'
import type { ImageSource } from '../sources/imageSource.ts'

/** Lists every image of the source in `found.part`. Returns how many. */
export async function findImages(run: ImportRun, source: ImageSource): Promise<number> {
  const lines = new LineWriter(run.file('found.part'))
  let found = 0
  try {
    run.progress('finding', 0, null)
    for await (const item of source.find()) {
      run.signal.throwIfAborted()
      if ('problem' in item) await run.problem(item.problem)
      else if ('other' in item) run.others += 1
      else {
        await lines.write(run.request.unlabelled ? { ...item.image, className: null } : item.image)
        found += 1
        run.progress('finding', found, null)
      }
    }
    await lines.close()
    return found
  } finally {
    await lines.discard()
  }
}
