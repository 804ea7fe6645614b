import type { Command } from 'commander'
import { imageSetText } from '../output/imageSetText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

export function defineRelocate(program: Command): void {
  defineCommand(program, 'relocate <set> <source>', {
    summary: 'tell where the originals of an image set are now, after they were moved',
    examples: ['relocate parts /mnt/archive/parts'],
  }).action(async (text: string, folder: string, { json }: { json?: boolean }) => {
    const source = await existingSource(folder)
    const set = await withEngine(async ({ api }) =>
      api.imageSets.relocate({ id: (await findImageSet(api, text)).id, source }),
    )
    if (json) printJson(set)
    else printResult(imageSetText(set))
  })
}
