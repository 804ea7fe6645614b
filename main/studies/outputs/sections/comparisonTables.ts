import { listed } from '../../../reports/text.ts'
import { chance, signed } from '../../tables/claims.ts'
import type { Comparison, Comparisons } from '../../tables/primaryComparisons.ts'
import type { CaseRegret, Regret } from '../../tables/regret.ts'
import { areaOr, intervalOr, shown } from './figures.ts'
import { none, numbers, plain, type Table, words } from '../../../reports/tables/table.ts'

/** The comparisons that were named beforehand, with Holm's p. */
export function primaryTable({ primary }: Comparisons): Table {
  return {
    columns: [
      words('Rival'), numbers('Difference'), numbers('95\u202f% interval'), numbers('p'), numbers('p after Holm'),
      words('Primary method is'), numbers('Cells'),
    ],
    rows: primary.map((one) => plain(
      one.rival, ...differenceTexts(one), probability(one.p), probability(one.adjusted), one.verdict, cellsText(one),
    )),
  }
}

/** All other differences from the primary method: no test, so no p. */
export function exploratoryTable({ exploratory }: Comparisons): Table {
  return {
    columns: [
      words('Sets'), words('Other method'), numbers('Difference'), numbers('95\u202f% interval'), numbers('Cells'),
    ],
    rows: exploratory.map((one) => plain(listed(one.sets), one.rival, ...differenceTexts(one), cellsText(one))),
  }
}

/** The regret against the best of all methods, in the mean and where it is largest. */
export function regretTable(regrets: Regret[]): Table {
  return {
    columns: [words('Sets'), numbers('Mean regret'), numbers('Worst regret'), words('Held out there'),
      words('Best there'), numbers('Cases')],
    rows: regrets.map(({ sets, mean, worst, known, cases }) => plain(
      listed(sets), areaOr(mean), areaOr(worst?.regret ?? null), caseText(worst, sets), worst?.best ?? none,
      `${known} of ${cases.length}`,
    )),
  }
}

function differenceTexts({ difference, cells }: Pick<Comparison, 'difference' | 'cells'>): string[] {
  return [shown(difference && difference.estimate, signed), intervalOr(cells > 1 ? difference : null, signed)]
}

function caseText(worst: CaseRegret | null, sets: string[]): string {
  if (!worst) return none
  return sets.length > 1 ? `${worst.set} ${worst.case}` : worst.case
}

const probability = (p: number | null) => shown(p, (value) => chance(value).replace(/^p (= )?/, ''))
const cellsText = ({ cells, of }: Pick<Comparison, 'cells' | 'of'>) => `${cells} of ${of}`
