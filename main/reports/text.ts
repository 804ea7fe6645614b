const narrow = '\u202f'

/** A whole number with its thousands apart: 12 345. */
export function count(value: number): string {
  return value.toLocaleString('en-US').replaceAll(',', narrow)
}

/** A share as a percentage with one digit after the point, and no "100.0 %" for what is not all. */
export function percent(share: number): string {
  if (share === 0 || share === 1) return `${share * 100}${narrow}%`
  return `${Math.min(99.9, Math.max(0.1, share * 100)).toFixed(1)}${narrow}%`
}

/** A score or another measured figure with four significant digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  if (size >= 1000 && size < 1e7) return count(Math.round(value)).replace('-', '−')
  const text = size !== 0 && (size < 1e-3 || size >= 1e7) ? value.toExponential(2) : value.toPrecision(4)
  return text.replaceAll('-', '−')
}

/** An AUROC and its like: three digits after the point. */
export function area(value: number): string {
  return value.toFixed(3)
}

/** A difference with its sign, a real minus among them. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${area(Math.abs(value))}`
}

/** A probability as papers have it: what is smaller than can be said is said to be so. */
export function chance(p: number): string {
  return p < 0.001 ? '< 0.001' : area(p)
}

/** The day of a moment. */
export const day = (iso: string): string => iso.slice(0, 10)

/** A moment to the minute, in its own zone: of the engine's, UTC. */
export const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

/** "a", "a and b", "a, b and c", and "a, b, c and 4 more" where there are too many. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** "1 image", "2 images". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** A length of time for people: 0.4 s, 12 s, 3 min 20 s, 2 h 5 min. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

// The joiners of Persian, Hindi and of composed emoji are part of the word.
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * A name from outside with what cannot be seen in it (line breaks, direction marks, half characters) spelt
 * out.
 */
export function visible(name: string): string {
  return name.replace(unseen, (mark) => `\\u{${mark.codePointAt(0)!.toString(16)}}`)
}
