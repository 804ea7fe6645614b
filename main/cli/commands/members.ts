import type { Command } from 'commander'
import { usualDetectors } from '../../contract/detectorFits.ts'
import { membersText } from '../output/membersText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { findEnsemble } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

/** `members`: what each member of an ensemble adds, as the window's screen of that name has it. */
export function defineMembers(program: Command): void {
  defineCommand(program, 'members <ensemble>', {
    summary: 'compare the members of an ensemble: alone, left out, in sub-ensembles, and how they disagree',
    examples: ['members 2', 'members 2 --detector centre --json'],
  })
    .option('--detector <id>', 'by which they are compared, see "lacuna detectors" (default: the first that fits)')
    .action(async (name: string, { detector, json }: { detector?: string; json?: boolean }) => {
      const comparison = await withEngine(async ({ api }) => {
        const ensemble = await findEnsemble(api, name)
        const [first] = detector ? [detector] : usualDetectors(await api.detectors.list(), ensemble)
        return api.members.compare({ ensembleId: ensemble.id, detector: first })
      })
      if (json) printJson(comparison)
      else printResult(membersText(comparison))
    })
}
