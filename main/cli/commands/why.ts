import type { Command } from 'commander'
import { whyText } from '../output/whyText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { findPosition } from '../resolvePosition.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

/** `why`: what is known of one image, and why it scores as it does, as the window tells beside a selected image. */
export function defineWhy(program: Command): void {
  defineCommand(program, 'why <score> <image>', {
    summary: 'tell why an image scores as it does: distances, neighbours, members, and its score by every detector',
    examples: ['why 9 Bag/00236.png', 'why 9 17 --json'],
  })
    .addHelpText('after', '\nAn image is named by its path within the set, or by its position there, counted from 0.')
    .action(async (score: string, image: string, { json }: { json?: boolean }) => {
      const found = await withEngine(async ({ api }) => {
        const { ensembleId, imageSetId } = await api.scores.show({ id: numberOf('score', score) })
        const position = await findPosition(api, imageSetId, image)
        const [row, scores, explanation] = await Promise.all([
          api.imageSets.row({ id: imageSetId, position }), api.images.scores({ imageSetId, position }),
          api.explanations.show({ ensembleId, imageSetId, position }),
        ])
        return { image: row, scores: scores.filter((one) => one.ensembleId === ensembleId), explanation }
      })
      if (json) printJson(found)
      else printResult(whyText(found))
    })
}
