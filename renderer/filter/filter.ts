/** Which images are let through: each part that is not null must be met. Numbers are indices, as the arrays have them. */
export interface Filter {
  /** Labels; -1 is none. */
  classes: number[] | null
  roles: number[] | null
  /** Classes of the set that the ensemble was trained on. */
  nearest: number[] | null
  /** As `verdicts/kinds` has them; 0 is none. */
  verdicts: number[] | null
  /** Whether they lie above the threshold. */
  flagged: boolean | null
  /** From and up to, both included; either may be infinite. */
  scores: [number, number] | null
  /** Any of these. */
  tags: string[] | null
  /** Part of the path, in any case. */
  path: string | null
}

export type FilterPart = keyof Filter

export const noFilter: Filter = {
  classes: null, roles: null, nearest: null, verdicts: null, flagged: null, scores: null, tags: null, path: null,
}

export const partsOf = (filter: Filter): FilterPart[] =>
  (Object.keys(noFilter) as FilterPart[]).filter((part) => filter[part] !== null)

/** `class:3.5;verdict:0;show:flagged;score:1.5~;tag:dust;tag:torn;path:...`; the path, which may hold anything, comes last. */
export function filterText(filter: Filter): string | null {
  const { classes, roles, nearest, verdicts, flagged, scores, tags, path } = filter
  const listed = { class: classes, role: roles, nearest, verdict: verdicts }
  const parts = Object.entries(listed).flatMap(([name, values]) => (values ? [`${name}:${values.join('.')}`] : []))
  if (flagged !== null) parts.push(`show:${flagged ? 'flagged' : 'passed'}`)
  if (scores) parts.push(`score:${scores.map((score) => (Number.isFinite(score) ? score : '')).join('~')}`)
  if (tags) parts.push(...tags.map((tag) => `tag:${tag}`))
  if (path !== null) parts.push(`path:${path}`)
  return parts.length > 0 ? parts.join(';') : null
}

/** What cannot be read lets everything through. */
export function parseFilter(text: string | null): Filter {
  if (text === null) return noFilter
  const [before, path] = splitOnce(`;${text}`, ';path:')
  const parts = before.split(';').map((part) => splitOnce(part, ':'))
  const of = (name: string) => parts.filter(([one, value]) => one === name && value).map(([, value]) => value!)
  const [tags, [show]] = [of('tag'), of('show')]
  return {
    classes: numbers(of('class')), roles: numbers(of('role')), nearest: numbers(of('nearest')),
    verdicts: numbers(of('verdict')),
    flagged: show === 'flagged' ? true : show === 'passed' ? false : null,
    scores: range(of('score')),
    tags: tags.length > 0 ? tags : null,
    path: path || null,
  }
}

function splitOnce(text: string, by: string): [string, string | null] {
  const at = text.indexOf(by)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + by.length)]
}

function numbers([text]: string[]): number[] | null {
  return text && /^-?\d{1,9}(\.-?\d{1,9})*$/.test(text) ? text.split('.').map(Number) : null
}

function range([text]: string[]): [number, number] | null {
  const [low, high] = text?.split('~') ?? []
  if (high === undefined || (low === '' && high === '')) return null
  const [from, to] = [low === '' ? -Infinity : Number(low), high === '' ? Infinity : Number(high)]
  return from <= to ? [from, to] : null
}
