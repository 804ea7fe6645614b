import type { Command } from 'commander'
import type { Api } from '../../client/connect.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { OriginalChanges } from '../../contract/originals.ts'
import { visible } from '../../reports/text.ts'
import { count } from '../output/format.ts'
import { note, printJson, printResult, warn } from '../output/streams.ts'
import { findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

const kinds = ['added', 'removed', 'changed', 'relabelled'] as const

/** `changes`: what is different where an image set came from. */
export function defineChanges(program: Command): void {
  defineCommand(program, 'changes <set>', {
    summary: 'list the files that have come, gone or changed since an image set was imported',
    examples: ['changes parts', 'changes parts --thorough --json'],
  })
    .option('--thorough', 'compare every file, not only those written since the import')
    .action(async (text: string, { thorough = false, json }: { thorough?: boolean; json?: boolean }) => {
      const changes = await withEngine(async ({ api, signal }) =>
        check(api, (await findImageSet(api, text)).id, thorough, signal))
      if (json) printJson(changes)
      else tell(changes)
    })
}

async function check(api: Api, id: number, thorough: boolean, signal: AbortSignal): Promise<OriginalChanges> {
  for await (const news of await api.originals.check({ id, thorough }, { signal })) {
    if (news.type === 'done') return news.changes
    if (news.type === 'failed') throw new EngineFailure('UNAVAILABLE', news.failure.message, news.failure.hint)
    if (news.type === 'missing') throw new EngineFailure(
      'NOT_FOUND', `There is nothing at ${news.source} any more.`,
      'Say where the originals are now: lacuna relocate SET FOLDER.',
    )
  }
  signal.throwIfAborted()
  throw new EngineFailure('UNAVAILABLE', 'The check ended without an answer.', 'Try again.')
}

function tell(changes: OriginalChanges): void {
  const changed = kinds.filter((kind) => changes[kind].total > 0)
  if (changed.length === 0) note(`Nothing has changed: ${count(changes.present)} images are there.`)
  for (const kind of changed) {
    const { paths, total } = changes[kind]
    for (const path of paths) printResult(`${kind}\t${visible(path)}`)
    if (total > paths.length) note(`... and ${count(total - paths.length)} more ${kind}.`)
  }
  if (changes.unread > 0)
    warn(`${count(changes.unread)} files were written since and not read; --thorough compares them, too.`)
}
