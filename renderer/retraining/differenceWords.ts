import { metric } from '../format.ts'

/** A difference with its sign, a real minus among them. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${metric(Math.abs(value))}`

/** A p-value as papers have it: what is smaller than can be said is said to be so. */
export const probability = (p: number): string => (p < 0.001 ? `p < ${metric(0.001)}` : `p = ${metric(p)}`)
