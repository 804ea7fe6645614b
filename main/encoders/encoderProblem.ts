/** A model or its settings cannot be used: what about it, and what to do, in a sentence each. */
export class EncoderProblem extends Error {
  override readonly name = 'EncoderProblem'
  readonly code = 'BAD_ENCODER'
  readonly hint: string | null

  constructor(message: string, hint: string | null = null) {
    super(message)
    this.hint = hint
  }
}

/** A shape as people write it: 1 x 3 x ? x ?, a side that is free being a question mark. */
export function shapeWords(shape: readonly (number | string)[]): string {
  return shape.length === 0 ? 'a single number' : shape.map((side) => (typeof side === 'number' ? side : '?')).join(' x ')
}
