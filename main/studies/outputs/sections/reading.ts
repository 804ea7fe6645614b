import { count, counted, listed } from '../../../reports/text.ts'
import type { StudyTables } from '../studyTables.ts'
import { none, plain, type Table, words } from '../../../reports/tables/table.ts'

/** How to read each part of a study's results, the same in all that is written. */
export const reading = {
  primary: 'Named before the study ran: the primary method less each rival on the cells that both have, over all '
    + 'held-out cases. Interval (95\u202f%, unadjusted) and p come from a bootstrap over held-out cases and seeds, '
    + 'and p is adjusted for all rivals by Holm’s method.',
  regret: (method: string) => `By how much the best of all methods is above ${method}, case by case; 0 where it is `
    + 'the best itself. The best is chosen in hindsight, so some regret is chance.',
  ablation: 'The mean AUROC over what was held out, with its 95\u202f% interval, by the value of this setting alone.',
  sizes: 'Ensembles of each size, drawn from the members of the same pool: the mean AUROC over what was held out, '
    + '± the standard deviation over the draws.',
  overhead: 'In the mean over the cells of each arm as it is. Training is summed over the members, as if they were '
    + 'trained one after the other; memory is the largest that a worker took.',
  exploratory: 'Not named beforehand, so not tested: the primary method less each other one, with 95\u202f% '
    + 'intervals.',
  missing: 'All figures are without these.',
  provenance: 'Every figure in full precision is in study.json, and the tables are in CSV and LaTeX files beside '
    + 'it.',
  incomplete: (done: number, of: number, lacking: number) =>
    `${count(done)} of ${counted(of, 'cell')} are there. ${counted(lacking, 'cell')} failed, did not run or lack a `
    + 'score; all figures are without them.',
}

/** Seeds, versions and what else decides the figures. */
export function provenanceTable({ spec, completeness, provenance }: StudyTables): Table {
  const { versions, devices, ended, resamples } = provenance
  const rows: [string, string][] = [
    ['Sets', listed(spec.sets.map(({ name }) => name), 20)],
    ['Protocol', protocolText(spec.protocol)],
    ['Test images', spec.images],
    ['Seeds', spec.seeds.join(', ')],
    ['Cells', `${count(completeness.done)} of ${count(completeness.of)}`],
    ['Lacuna', versions.join(', ') || none],
    ['Devices', devices.join('; ') || none],
    ['First and last cell', ended?.join(' and ') ?? none],
    ['Bootstrap', `${count(resamples)} resamples, seeded by the study’s name and what is compared`],
  ]
  return { columns: [words('What'), words('Value')], rows: rows.map((row) => plain(...row)) }
}

function protocolText({ kind, ...rest }: StudyTables['spec']['protocol']): string {
  const details = Object.entries(rest).filter(([, value]) => value !== undefined)
  return [kind, ...details.map(([key, value]) => `${key} ${JSON.stringify(value)}`)].join(', ')
}
