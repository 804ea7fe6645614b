import type { HonoRequest } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import { nothingHere } from './failureResponse.ts'

/** A whole number of the path. @throws EngineFailure NOT_FOUND for anything else */
export function numberIn(request: HonoRequest, name: string): number {
  const text = request.param(name) ?? ''
  if (!/^\d{1,15}$/.test(text)) throw nothingHere(request.path)
  return Number(text)
}

/** Whole numbers of the path, with hyphens between them. @throws EngineFailure NOT_FOUND for anything else */
export function numbersIn(request: HonoRequest, name: string): number[] {
  const text = request.param(name) ?? ''
  if (!/^\d{1,15}(-\d{1,15}){0,9}$/.test(text)) throw nothingHere(request.path)
  return text.split('-').map(Number)
}

/** A whole number of the query. @throws EngineFailure BAD_INPUT outside the limits */
export function numberOf(request: HonoRequest, name: string, { least, most }: { least: number; most: number }): number {
  const text = request.query(name) ?? ''
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new EngineFailure('BAD_INPUT', `${name} is a whole number from ${least} to ${most}, not "${text.slice(0, 40)}".`)
}
