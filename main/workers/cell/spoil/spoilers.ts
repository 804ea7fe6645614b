import type { CellProbe } from '../../messages.ts'
import { blur } from './blur.ts'
import { noise } from './noise.ts'
import { occlusion } from './occlusion.ts'
import { rotation } from './rotation.ts'
import type { Spoiler } from './spoil.ts'

type Corruption = Extract<CellProbe, { kind: 'corruption' }>['corruption']

/** Every corruption by its name in a study. */
export const spoilers: Record<Corruption, Spoiler> = { noise, blur, occlusion, rotation }
