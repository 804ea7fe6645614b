import { tailOf } from './interval.ts'
import { normalQuantile } from './normalQuantile.ts'

/**
 * Wilson's score interval (1927) of a share: with z the normal quantile and p = count / of, the centre is
 * (p + z^2 / 2n) / (1 + z^2 / n). It stays within 0 and 1 and says something for 0 and for all, unlike p plus and minus
 * z standard errors.
 *
 * @param of at least 1. @throws RangeError where `count` is not within 0 and `of`.
 */
export function wilsonInterval(count: number, of: number, confidence = 0.95): { lower: number; upper: number } {
  if (!(of >= 1 && count >= 0 && count <= of)) throw new RangeError(`${count} of ${of} is no share.`)
  const z2 = normalQuantile(tailOf(confidence)) ** 2
  const share = count / of
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of)
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return { lower: count === 0 ? 0 : centre - reach, upper: count === of ? 1 : centre + reach }
}
