import { locale } from './words/language.ts'

// Numbers and times as the screens write them: as the user's system does.
const whole = new Intl.NumberFormat(locale)
const compact = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 })
const fixed = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

export const count = (n: number): string => whole.format(n)
export const percent = (part: number): string =>
  Number.isFinite(part) ? `${hundredths.format(part * 100)}\u00a0%` : '–'
/** A metric between 0 and 1. */
export const metric = (value: number): string => (Number.isFinite(value) ? fixed.format(value) : '–')
/** A score or loss, with a real minus sign. */
export const score = (value: number): string =>
  Number.isFinite(value) ? compact.format(value).replace('-', '−') : '–'
/** A distance in standard deviations, without its unit. */
export const sigmas = (value: number): string => (value < 100 ? hundredths : whole).format(value)
const hours = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const seconds = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
/** The time of the day to the second, and the day where it is not today. */
export function secondOf(iso: string, today = new Date()): string {
  const then = new Date(iso)
  const time = seconds.format(then)
  return then.toDateString() === today.toDateString() ? time : `${days.format(then)} ${time}`
}
/** The time of the day. */
export const clock = (iso: string): string => hours.format(new Date(iso))
export const moment = (iso: string): string => date.format(new Date(iso))

const units = ['B', 'kB', 'MB', 'GB', 'TB']
/** What a file takes, in powers of a thousand. */
export function bytes(n: number): string {
  const step = n < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3))
  return `${hundredths.format(n / 1000 ** step)}\u00a0${units[step]}`
}

/** A time to wait, as one would say it. */
export function duration(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds))
  if (rounded < 60) return `${rounded} s`
  const [minutes, rest] = [Math.floor(rounded / 60), rounded % 60]
  if (minutes < 60) return rest === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rest} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
