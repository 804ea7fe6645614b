import { readFile } from 'node:fs/promises'
import type { OriginalChanges } from '../../../main/contract/originals.ts'
import { serve } from '../../../main/workers/channel.ts'
import type { FakeSet } from './importWorker.ts'

// Stands in for the worker that compares originals: the source itself says how many images have come or gone.
serve('originals', async ({ source, rows }) => {
  const [{ classes, perClass }, lines] = [JSON.parse(await readFile(source, 'utf8')) as FakeSet, await readFile(rows, 'utf8')]
  const imported = lines.trimEnd().split('\n').map((line) => (JSON.parse(line) as { path: string }).path)
  const present = classes.flatMap((name, label) =>
    Array.from({ length: perClass }, (_, i) => `${name}/${label * perClass + i}.png`))
  const listed = (paths: string[]) => ({ total: paths.length, paths })
  return {
    added: listed(present.filter((path) => !imported.includes(path))),
    removed: listed(imported.filter((path) => !present.includes(path))),
    changed: listed([]), relabelled: listed([]), present: present.length, compared: 0, unread: 0,
    checked: new Date().toISOString(),
  } satisfies OriginalChanges
})
