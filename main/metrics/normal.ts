/**
 * The complementary error function, 2/sqrt(pi) times the integral of exp(-t^2) from x on, to about 1e-15 of
 * its value wherever that is a normal double (x up to 26.5). Rational Chebyshev approximations of W. J. Cody
 * (1969), in the coefficients of his CALERF.
 */
export function erfc(x: number): number {
  const size = Math.abs(x)
  if (size <= CENTRAL) return 1 - x * ratio(x * x, SMALL)
  const tail = expMinusSquare(size, 1) * scaled(size)
  return x < 0 ? 2 - tail : tail
}

/**
 * P(Z > z) for a standard normal Z: small tails keep their relative accuracy of about 1e-15, down to z =
 * 37.5.
 */
export function normalTail(z: number): number {
  const size = Math.abs(z) / Math.SQRT2
  if (size <= CENTRAL) return erfc(z / Math.SQRT2) / 2
  const tail = (expMinusSquare(Math.abs(z), 0.5) * scaled(size)) / 2
  return z < 0 ? 1 - tail : tail
}

/** P(Z <= z) for a standard normal Z. */
export function normalCdf(z: number): number {
  return normalTail(-z)
}

/** exp(x^2) erfc(x) for x > 0.46875. */
function scaled(x: number): number {
  if (x <= 4) return ratio(x, MIDDLE)
  const inverse = 1 / (x * x)
  return (1 / Math.sqrt(Math.PI) - inverse * ratio(inverse, FAR)) / x
}

/** exp(-factor x^2) with x split at sixteenths, so that rounding x^2 costs no digits; 0 from x = 40 on. */
function expMinusSquare(x: number, factor: number): number {
  if (x >= 40) return 0
  const whole = Math.trunc(x * 16) / 16
  return Math.exp(-factor * whole * whole) * Math.exp(-factor * (x - whole) * (x + whole))
}

/** Up to here the error function itself is approximated, not its tail. */
const CENTRAL = 0.46875

interface Rational {
  /** Coefficients, the highest power first. */
  above: number[]
  below: number[]
}

function ratio(x: number, { above, below }: Rational): number {
  return horner(x, above) / horner(x, below)
}

/** A polynomial's value, the coefficient of the highest power first. */
export function horner(x: number, coefficients: number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}

/** erf(x) / x in x^2, |x| <= 0.46875. */
const SMALL: Rational = {
  above: [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  below: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
}

/** erfc(x) exp(x^2) in x, 0.46875 <= x <= 4. */
const MIDDLE: Rational = {
  above: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
    881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  below: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
    4362.619090143247, 3439.3676741437216, 1230.3393548037495,
  ],
}

/** (1/sqrt(pi) - x erfc(x) exp(x^2)) x^2 in 1/x^2, x >= 4. */
const FAR: Rational = {
  above: [
    0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926,
    0.016083785148742275, 0.0006587491615298378,
  ],
  below: [
    1, 2.568520192289822, 1.8729528499234604, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
  ],
}
