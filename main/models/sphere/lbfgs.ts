/** A function of n numbers that writes its gradient and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

export interface LbfgsOptions {
  /** How often the function may be evaluated. */
  evaluations: number
  /** Stop where a step lowers the value by less than this. */
  tolerance: number
}

interface Correction {
  step: Float64Array
  change: Float64Array
  curvature: number
}

/** Corrections remembered (Nocedal's m). */
const MEMORY = 8

/** Sufficient decrease of the line search (Armijo's c1). */
const DECREASE = 1e-4

/**
 * Minimises a smooth function by L-BFGS (Liu and Nocedal 1989) with a backtracking line search; x is changed
 * in place to the best point found. Returns how many evaluations it took.
 */
export function minimise(objective: Objective, x: Float64Array, options: LbfgsOptions): number {
  const memory: Correction[] = []
  let gradient = new Float64Array(x.length)
  let value = objective(x, gradient)
  let used = 1
  while (used < options.evaluations) {
    const direction = descentDirection(gradient, memory)
    const slope = dot(direction, gradient)
    const found = lineSearch(objective, x, value, direction, slope, options.evaluations - used)
    used += found.evaluations
    if (!found.accepted && memory.length === 0) return used
    if (!found.accepted) {
      memory.length = 0
      continue
    }
    remember(memory, x, found.x, gradient, found.gradient)
    x.set(found.x)
    gradient = found.gradient
    const gain = value - found.value
    value = found.value
    if (gain < options.tolerance) return used
  }
  return used
}

/** Minus the inverse Hessian times the gradient, by the two-loop recursion. */
function descentDirection(gradient: Float64Array, memory: Correction[]): Float64Array {
  const direction = gradient.map((g) => -g)
  const weights = memory.map(() => 0)
  for (let i = memory.length - 1; i >= 0; i--) {
    weights[i] = dot(memory[i].step, direction) / memory[i].curvature
    add(direction, -weights[i], memory[i].change)
  }
  const scale = firstScale(gradient, memory.at(-1))
  for (let j = 0; j < direction.length; j++) direction[j] *= scale
  memory.forEach(({ step, change, curvature }, i) => {
    add(direction, weights[i] - dot(change, direction) / curvature, step)
  })
  return direction
}

/** The curvature last seen; without one, a first step of length 0.1. */
function firstScale(gradient: Float64Array, last: Correction | undefined): number {
  if (last) return last.curvature / dot(last.change, last.change)
  return 0.1 / Math.max(Math.sqrt(dot(gradient, gradient)), 1e-300)
}

function lineSearch(
  f: Objective, x: Float64Array, value: number, direction: Float64Array, slope: number, budget: number,
) {
  const trial = new Float64Array(x.length)
  const gradient = new Float64Array(x.length)
  let length = 1
  for (let evaluations = 1; evaluations <= Math.min(budget, 30); evaluations++) {
    for (let j = 0; j < x.length; j++) trial[j] = x[j] + length * direction[j]
    const trialValue = f(trial, gradient)
    if (trialValue <= value + DECREASE * length * slope) {
      return { accepted: true, x: trial, gradient, value: trialValue, evaluations }
    }
    length *= shrink(value, slope, trialValue, length)
  }
  return { accepted: false, x, gradient, value, evaluations: Math.min(budget, 30) }
}

/** The minimum of the parabola through the value, the slope and the trial, kept within a tenth and a half. */
function shrink(value: number, slope: number, trialValue: number, length: number): number {
  const fitted = (-slope * length) / (2 * (trialValue - value - slope * length))
  return Math.min(0.5, Math.max(0.1, fitted))
}

function remember(
  memory: Correction[], x: Float64Array, nextX: Float64Array, g: Float64Array, nextG: Float64Array,
) {
  const step = nextX.map((value, j) => value - x[j])
  const change = nextG.map((value, j) => value - g[j])
  const curvature = dot(step, change)
  if (curvature <= 1e-12 * dot(change, change)) return
  memory.push({ step, change, curvature })
  if (memory.length > MEMORY) memory.shift()
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j]
  return sum
}

function add(target: Float64Array, factor: number, vector: Float64Array) {
  for (let j = 0; j < target.length; j++) target[j] += factor * vector[j]
}
