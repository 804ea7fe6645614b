import type { Interval } from '../../../metrics/interval.ts'
import { area } from '../../../reports/text.ts'
import { none } from '../../../reports/tables/table.ts'

/** An AUROC, or a dash where there is none. */
export const areaOr = (value: number | null) => (value === null ? none : area(value))

/** "0.952 to 0.978" */
export const intervalOr = (interval: Interval | null, as = area) =>
  interval === null ? none : `${as(interval.lower)} to ${as(interval.upper)}`

/** A figure in words of one's own, or a dash where there is none. */
export const shown = (value: number | null, as: (value: number) => string) => (value === null ? none : as(value))
