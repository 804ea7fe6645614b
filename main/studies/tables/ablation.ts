import type { StudyVariation } from '../../contract/studies.ts'
import type { Interval } from '../../metrics/interval.ts'
import { meanOverClasses } from '../../metrics/hierarchicalBootstrap.ts'
import { armValue } from './armValue.ts'
import { aurocsOf, cellsIn, present } from './aurocs.ts'
import type { Method } from './methods.ts'
import { meanInterval, type Resampling } from './resampling.ts'
import type { StudyGrid } from './studyGrid.ts'

type Setting = StudyVariation['setting']

/** The mean AUROC with one value of the setting. */
export interface AblationPoint {
  value: number | string
  /** The arm's own value. */
  own: boolean
  cells: number
  of: number
  mean: number | null
  interval: Interval | null
}

/** How a method's mean AUROC follows a setting. */
export interface AblationCurve {
  setting: Setting
  set: string
  arm: string
  method: string
  points: AblationPoint[]
}

/** A curve for each set, varied setting and method of the arms in which it is varied. */
export function ablationCurves(grid: StudyGrid, resampling: Resampling): AblationCurve[] {
  return grid.sets.flatMap((set) => settingsOf(grid).flatMap((setting) =>
    grid.methods.filter(({ arm }) => valuesIn(grid, arm, setting).length > 0)
      .map((method) => curveOf(grid, set, setting, method, resampling))))
}

function curveOf(
  grid: StudyGrid, set: string, setting: Setting, method: Method, resampling: Resampling,
): AblationCurve {
  const own = ownValue(grid, method.arm, setting)
  const points = inSteps([...valuesIn(grid, method.arm, setting), own]).map((value) => {
    const aurocs = aurocsOf(grid, grid.places([set]), method, value === own ? {} : { [setting]: value })
    const [cells, of] = [cellsIn(aurocs), aurocs.flat().length]
    const name = `${grid.spec.name}/ablation/${set}/${setting}/${method.name}/${value}`
    return {
      value, own: value === own, cells, of, mean: cells > 0 ? meanOverClasses(present(aurocs)) : null,
      interval: cells > 0 ? meanInterval(present(aurocs), name, resampling) : null,
    }
  })
  return { setting, set, arm: method.arm, method: method.name, points }
}

const settingsOf = ({ spec }: StudyGrid) => [...new Set(spec.vary.map(({ setting }) => setting))]

function valuesIn({ spec }: StudyGrid, arm: string, setting: Setting): (number | string)[] {
  return spec.vary.filter((one) => one.setting === setting && one.arms.includes(arm))
    .flatMap(({ values }) => values)
}

function ownValue({ spec }: StudyGrid, arm: string, setting: Setting): number | string {
  return armValue(spec.arms.find(({ name }) => name === arm)!, setting)
}

/** Each value once: numbers rising, words in the order of the study. */
function inSteps(values: (number | string)[]): (number | string)[] {
  const numbers = values.filter((value) => typeof value === 'number').toSorted((a, b) => a - b)
  return [...new Set([...numbers, ...values.filter((value) => typeof value === 'string')])]
}
