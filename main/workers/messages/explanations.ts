// Why an image is where it is: asked of workers that stay.
import type { DifferenceScale, Explanation, LatentMap } from '../../contract/explanations.ts'
import type { ModelKind } from '../../contract/settings.ts'
import type { RunImages } from './images.ts'
import type { EncodingFiles, MemberFiles } from './members.ts'

/** An ensemble whose images are explained, and the set that they are of. */
export interface ExplainedEnsemble {
  kind: ModelKind
  /** `own`: of the set that the ensemble was trained on; `asked`: of the set whose images are explained. */
  members: (MemberFiles & { own: EncodingFiles; asked: EncodingFiles })[]
  /** The set that the ensemble was trained on, its number, and the names of its classes. */
  images: RunImages; imageSetId: number; classNames: string[]
  /** How many images the asked set has, and whether it is the ensemble's own. */
  asked: { images: number; isOwn: boolean }
  /** The share of known validation images that a member may take for unlike any class. */
  falsePositiveRate: number
  seed: number
}

/** What the long-lived explaining worker is asked. `target`: where the scale is kept, as a whole file of JSON. */
export type ExplainOrder = { of: ExplainedEnsemble } & (
  | { want: 'explanation' | 'redrawn'; position: number } | { want: 'maps' } | { want: 'differences'; target: string }
)

/** `bytes`: members x height x width x channels. */
export type ExplainAnswer =
  | { ok: true; explanation: Explanation } | { ok: true; maps: LatentMap[] }
  | { ok: true; differences: DifferenceScale } | { ok: true; redrawn: Uint8Array }
  | { ok: false; message: string; hint: string | null }
