import { type Detector, type FitImages, type MemberView, meanOverMembers } from './detector.ts'
import { inliersOf, type Standard, standardise, standardOf } from './standard.ts'
import { rowsOf } from './rows.ts'

/** An anomaly score by one member alone, on whatever scale that has. */
export interface MemberRule<Learnt> {
  /** @param count how many images the view holds */
  learn(view: MemberView, images: FitImages, count: number): Learnt | Promise<Learnt>
  score(view: MemberView, learnt: Learnt): Float64Array | Promise<Float64Array>
}

/** What is kept of a member: what the rule has learnt, and the scale of its score on validation inliers. */
export interface MemberFit<Learnt> { learnt: Learnt; scale: Standard }

/** What is said of the merge in the notes of each detector that uses it. */
export const STANDARDISED = 'Each member’s score is standardised on the validation inliers, then the members are averaged.'

/**
 * A deep ensemble by a rule whose scale differs from member to member: each member's score is standardised on
 * validation inliers, and the members are averaged. With one member the order is the rule's own.
 */
export function overMembers<Learnt>(rule: MemberRule<Learnt>): Pick<Detector<MemberFit<Learnt>[]>, 'fit' | 'score'> {
  return {
    async fit({ views, pixels: { count } }, images) {
      const fits: MemberFit<Learnt>[] = []
      for (const view of views) fits.push(await fitMember(rule, view, images, count))
      return fits
    },
    async score({ views }, fits) {
      const scores: Float64Array[] = []
      for (const [m, view] of views.entries()) {
        scores.push(standardise(await rule.score(view, fits[m].learnt), fits[m].scale))
      }
      return meanOverMembers(views, (_, m) => scores[m])
    },
  }
}

async function fitMember<Learnt>(
  rule: MemberRule<Learnt>, view: MemberView, images: FitImages, count: number,
): Promise<MemberFit<Learnt>> {
  const learnt = await rule.learn(view, images, count)
  const scores = await rule.score(someOf(view, inliersOf(images), count), learnt)
  return { learnt, scale: standardOf(scores, Uint32Array.from(scores.keys())) }
}

/** Several rules of a member added up, each standardised on validation inliers: they find different strangers. */
export function sumOf(rules: MemberRule<unknown>[]): MemberRule<MemberFit<unknown>[]> {
  return {
    async learn(view, images, count) {
      const fits: MemberFit<unknown>[] = []
      for (const rule of rules) fits.push(await fitMember(rule, view, images, count))
      return fits
    },
    async score(view, fits) {
      const parts: Float64Array[] = []
      for (const [i, rule] of rules.entries()) parts.push(standardise(await rule.score(view, fits[i].learnt), fits[i].scale))
      return parts[0].map((_, image) => parts.reduce((sum, part) => sum + part[image], 0))
    },
  }
}

/** The same member's view of some of the images. */
function someOf(view: MemberView, rows: Uint32Array, count: number): MemberView {
  const all = Object.entries(view.encodings)
  return { ...view, encodings: Object.fromEntries(all.map(([name, values]) => [name, rowsOf(values, values.length / count, rows)])) }
}
