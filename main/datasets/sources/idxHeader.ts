import { ImportError } from '../problems.ts'

/**
 * The head of an IDX file: magic 0, 0, type, number of dimensions; then each dimension as a big-endian
 * uint32.
 */
export interface IdxHeader {
  dimensions: number[]
  /** Where the values begin. */
  offset: number
}

const UNSIGNED_BYTE = 0x08

/** Reads the head of an IDX file of unsigned bytes. The format: Y. LeCun, "The MNIST database". */
export function parseIdxHeader(head: Buffer, name: string): IdxHeader {
  const wrong = (what: string) =>
    new ImportError('idx', `${name} ${what}.`, 'Choose the IDX files as they are published (gzipped or not).')
  if (head.length < 4 || head[0] !== 0 || head[1] !== 0) throw wrong('is not an IDX file')
  if (head[2] !== UNSIGNED_BYTE)
    throw wrong('does not hold unsigned bytes, the only kind of IDX that is read')
  const offset = 4 + 4 * head[3]
  if (head.length < offset) throw wrong('is cut off in its header')
  return { dimensions: Array.from({ length: head[3] }, (_, i) => head.readUInt32BE(4 + 4 * i)), offset }
}
