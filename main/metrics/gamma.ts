/** Terms after which a series or a continued fraction that has not settled is given up. */
const MOST_TERMS = 1_000_000

/** Terms smaller than this share of the sum no longer change it. */
const SETTLED = 2 ** -54

/** Lanczos' coefficients for g = 7 (Godfrey). */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/**
 * The logarithm of the gamma function of x > 0, by Lanczos' approximation; right to about 1e-15 of its size.
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  const sum = LANCZOS.reduce((total, coefficient, i) => total + coefficient / (shifted + i))
  return Math.log(2 * Math.PI) / 2 + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}

/** The regularised lower incomplete gamma function P(a, x), a > 0, x >= 0. */
export function lowerGamma(a: number, x: number): number {
  return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
}

/** The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x); small values keep their digits. */
export function upperGamma(a: number, x: number): number {
  return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
}

/** x^a e^-x / Gamma(a), which both forms start with. */
function front(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** P(a, x) = x^a e^-x / Gamma(a) (1/a + x/(a (a+1)) + x^2/(a (a+1) (a+2)) + ...); DLMF 8.11.4. */
function series(a: number, x: number): number {
  if (x === 0) return 0
  let term = 1 / a
  let sum = term
  for (let n = 1; term > sum * SETTLED; n++) {
    if (n > MOST_TERMS) throw unsettled(a, x)
    term *= x / (a + n)
    sum += term
  }
  return front(a, x) * sum
}

/**
 * Q(a, x) = x^a e^-x / Gamma(a) times 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...))), by Lentz; DLMF 8.9.2.
 */
function continuedFraction(a: number, x: number): number {
  if (x === Infinity) return 0
  let below = x + 1 - a
  let above = Infinity
  let inverse = 1 / below
  let value = inverse
  for (let n = 1; n <= MOST_TERMS; n++) {
    const numerator = n * (a - n)
    below += 2
    inverse = 1 / (below + numerator * inverse)
    above = below + numerator / above
    value *= above * inverse
    if (Math.abs(above * inverse - 1) < 4 * SETTLED) return front(a, x) * value
  }
  throw unsettled(a, x)
}

function unsettled(a: number, x: number): RangeError {
  return new RangeError(`The incomplete gamma function of ${a} and ${x} does not settle.`)
}
