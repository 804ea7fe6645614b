/** Numbers as people at a terminal read them. JSON and CSV get the exact ones. */

/** 1,200 */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** "1 image", "2 images". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** 6.9 % */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** Four significant digits. */
export function figure(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(2)
  return size >= 1000 ? value.toFixed(0) : value.toPrecision(4)
}

/** 1.4 GB, in powers of a thousand. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3))
  return `${step === 0 ? value : (value / 1000 ** step).toFixed(1)} ${units[step]}`
}

/** A moment as the clock on the wall shows it: 2026-11-23 14:05. */
export function moment(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}
