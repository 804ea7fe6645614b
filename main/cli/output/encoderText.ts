import type { Encoder } from '../../contract/encoders.ts'
import { details } from './details.ts'
import { bytes, count, moment } from './format.ts'
import { heading } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** An encoder for people: what it takes, and what it gives. */
export function encoderText(encoder: Encoder): string {
  const { input, output } = encoder
  return details([
    ['encoder', String(encoder.id)],
    ['name', encoder.name],
    ['file', `${encoder.file}, ${bytes(encoder.bytes)}`],
    ['takes', `${sizeWords(encoder)} as "${input.name}", ${input.layout}${batchWords(input.batch)}`],
    ['normalised', `less ${encoder.mean.join(', ')}, divided by ${encoder.std.join(', ')}`],
    ['features', `${count(output.width)} from "${output.name}"${output.pooled ? ', averaged over space' : ''}`],
    ['added', moment(encoder.created)],
  ])
}

/** Encoders, one a line. */
export function encoderList(all: Encoder[]): string {
  if (all.length === 0) return 'none'
  return heading(table(all, [
    { header: 'id', text: ({ id }) => String(id), right: true },
    { header: 'name', text: ({ name }) => name, cut: 'end' },
    { header: 'images', text: sizeWords },
    { header: 'features', text: ({ output }) => count(output.width), right: true },
    { header: 'added', text: ({ created }) => moment(created) },
    { header: 'file', text: ({ file }) => file, cut: 'middle' },
  ], resultWidth()))
}

function sizeWords({ input: { width, height, channels } }: Encoder): string {
  return `${width} x ${height} ${channels === 1 ? 'grey' : 'colour'}`
}

function batchWords(batch: number | null): string {
  return batch === null ? '' : `, ${batch} at a time`
}
