import { createInterface } from 'node:readline/promises'
import { Argument, type Command } from 'commander'
import type { Api } from '../../client/connect.ts'
import { Interrupted, usageFailure } from '../failures.ts'
import { bytes, counted } from '../output/format.ts'
import { printJson, printResult } from '../output/streams.ts'
import { findEnsemble, findImageSet, findProject } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { visible } from '../../reports/text.ts'
import { defineCommand } from './defineCommand.ts'

const kinds = ['project', 'set', 'ensemble'] as const
type Kind = (typeof kinds)[number]

/** Something that can be removed, in words. */
interface Doomed {
  id: number
  words: string
  remove(): Promise<{ freedBytes: number }>
}

export function defineRemove(program: Command): void {
  defineCommand(program, 'remove', {
    summary:
      'remove a project, an image set or an ensemble with everything made from it (never the originals)',
    examples: ['remove ensemble 2', 'remove project Parts --yes'],
  })
    .addArgument(new Argument('<kind>').choices(kinds))
    .argument('<id>', 'its number or name')
    .option('-y, --yes', 'do not ask; needed where nobody can be asked')
    .action(async (kind: Kind, id: string, { yes, json }: { yes?: boolean; json?: boolean }) => {
      await withEngine(async ({ api }) => {
        const doomed = await find[kind](api, id)
        if (!yes) await confirm(doomed.words)
        const { freedBytes } = await doomed.remove()
        if (json) printJson({ removed: { kind, id: doomed.id }, freedBytes })
        else printResult(`Removed ${doomed.words}; ${bytes(freedBytes)} became free.`)
      })
    })
}

const find: Record<Kind, (api: Api, text: string) => Promise<Doomed>> = {
  project: async (api, text) => {
    const { id, name, imageSets, ensembles } = await findProject(api, text)
    const contents = `${counted(imageSets, 'image set')} and ${counted(ensembles, 'ensemble')}`
    const words = `the project "${name}" with ${contents}`
    return { id, words, remove: () => api.projects.remove({ id }) }
  },
  set: async (api, text) => {
    const { id, name, images } = await findImageSet(api, text)
    return {
      id,
      words: `the image set ${id}, "${name}", of ${counted(images, 'image')}`,
      remove: () => api.imageSets.remove({ id }),
    }
  },
  ensemble: async (api, text) => {
    const { id, name, members } = await findEnsemble(api, text)
    const words = `the ensemble ${id}, "${name}", of ${counted(members.length, 'member')}`
    return { id, words, remove: () => api.ensembles.remove({ id }) }
  },
}

async function confirm(words: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw usageFailure(
      `This would remove ${words}, and nobody can be asked.`,
      'Add --yes if that is what you want.',
    )
  }
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  const aborted = new AbortController()
  asked.once('SIGINT', () => aborted.abort())
  try {
    const answer = await asked.question(`Remove ${visible(words)}? [y/N] `, { signal: aborted.signal })
    if (!/^y(es)?$/i.test(answer.trim())) throw new Interrupted('Nothing was removed.', 1)
  } catch (error) {
    throw aborted.signal.aborted ? new Interrupted('Nothing was removed.') : error
  } finally {
    asked.close()
  }
}
