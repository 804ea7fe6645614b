import { preset } from '../../contract/presets.ts'
import type { PresetName } from '../../contract/presets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'

type Model = EnsembleSettings['model']
type Objective = EnsembleSettings['objective']
type Training = EnsembleSettings['training']

/** The options of an ensemble as commander hands them out. */
export interface EnsembleOptions
  extends
    Partial<Pick<EnsembleSettings, 'members' | 'seed' | 'order' | 'device'>>,
    Partial<Model>,
    Partial<Pick<Objective, 'alpha' | 'classWeight' | 'radius' | 'means'>>,
    Partial<Pick<Training, 'epochs' | 'leastSteps' | 'batch' | 'learningRate' | 'schedule'>> {
  objective: PresetName
  model: Model['kind']
  holdOut?: string[]
  leaveOut?: string[]
  patience?: number | 'none'
  folds?: number | 'none'
  augment?: boolean
  balance?: boolean
}

/** A preset's settings with what was typed in their place. */
export function ensembleSettings(typed: EnsembleOptions): EnsembleSettings {
  const start = preset(typed.objective, typed.model)
  return {
    ...start,
    ...given(typed, ['members', 'seed', 'order', 'device']),
    heldOut: typed.holdOut ?? [],
    leftOut: typed.leaveOut ?? [],
    model: { ...start.model, ...given(typed, ['architecture', 'latent', 'dense']) },
    objective: { ...start.objective, ...given(typed, ['alpha', 'classWeight', 'radius', 'means']) },
    training: { ...start.training, ...trainingGiven(typed) },
  }
}

function trainingGiven(typed: EnsembleOptions): Partial<Training> {
  const { patience, folds, augment, balance } = typed
  return {
    ...given(typed, ['epochs', 'leastSteps', 'batch', 'learningRate', 'schedule']),
    ...(patience === undefined ? {} : { patience: patience === 'none' ? null : patience }),
    ...(folds === undefined ? {} : { folds: folds === 'none' ? null : folds }),
    ...(augment === undefined ? {} : { augmentation: augment }),
    ...(balance === undefined ? {} : { balance }),
  }
}

/** The options of these names that were typed. */
function given<K extends keyof EnsembleOptions>(typed: EnsembleOptions, keys: K[]): Pick<EnsembleOptions, K> {
  const entries = keys.map((key) => [key, typed[key]] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Pick<EnsembleOptions, K>
}
