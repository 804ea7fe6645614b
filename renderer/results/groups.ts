/** Images that were selected together. Scores go from `from` up to, and without, `to`. */
export type PlainGroup =
  | { kind: 'all' }
  | { kind: 'scores'; from: number; to: number }
  | { kind: 'class'; label: number }
  /** Several classes, rising; -1 stands for the images without one. */
  | { kind: 'classes'; labels: number[] }
  /** By their positions, rising. */
  | { kind: 'images'; positions: number[] }
  /** What lies within a polygon drawn over a latent picture; `view` says which picture, in its own words. */
  | { kind: 'lasso'; view: string; polygon: [number, number][] }

/** `inverted`: all the others instead. */
export type Group = PlainGroup & { inverted?: boolean }

/** What the members of a group are found by: arrays are in the order of the set's images. */
export interface Grouped {
  scores: Float32Array
  labels: Int32Array
}

/**
 * Whether a position is in a group.
 * @param lassoed one a position, 1 where it lies in the polygon; null while the picture of the polygon is not there
 */
export function membership(
  group: Group,
  images: Grouped,
  lassoed: Uint8Array | null,
): (position: number) => boolean {
  const inside = plainMembership(group, images, lassoed)
  return group.inverted ? (position) => !inside(position) : inside
}

function plainMembership(
  group: PlainGroup,
  { scores, labels }: Grouped,
  lassoed: Uint8Array | null,
): (position: number) => boolean {
  switch (group.kind) {
    case 'all':
      return () => true
    case 'scores':
      return (position) => scores[position] >= group.from && scores[position] < group.to
    case 'class':
      return (position) => labels[position] === group.label
    case 'classes': {
      const chosen = new Set(group.labels)
      return (position) => chosen.has(labels[position])
    }
    case 'images': {
      const chosen = new Set(group.positions)
      return (position) => chosen.has(position)
    }
    case 'lasso':
      return (position) => lassoed?.[position] === 1
  }
}

/** `scores:1.5~2`, `class:3`, `classes:0.3`, `images:1-4.9`, `lasso:m1~0.5,1.25~...`, and `not-` before it where it is inverted. */
export function groupText(group: Group): string {
  return (group.inverted ? 'not-' : '') + plainText(group)
}

function plainText(group: PlainGroup): string {
  switch (group.kind) {
    case 'all':
      return 'all'
    case 'scores':
      return `scores:${group.from}~${group.to}`
    case 'class':
      return `class:${group.label}`
    case 'classes':
      return `classes:${group.labels.join('.')}`
    case 'images':
      return `images:${rangesText(group.positions)}`
    case 'lasso':
      return `lasso:${[group.view, ...group.polygon.map((corner) => corner.join(','))].join('~')}`
  }
}

export function parseGroup(text: string | null): Group | null {
  const inverted = text?.startsWith('not-') ?? false
  const group = parsePlain(inverted ? text!.slice(4) : (text ?? ''))
  return group && inverted ? { ...group, inverted } : group
}

function parsePlain(text: string): PlainGroup | null {
  if (text === 'all') return { kind: 'all' }
  const [kind, rest] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  if (kind === 'scores') return parseScores(rest.split('~').map(Number))
  if (kind === 'class') return /^\d{1,9}$/.test(rest) ? { kind, label: Number(rest) } : null
  if (kind === 'classes') return parseClasses(rest.split('.'))
  if (kind === 'images') return parseImages(rest)
  return kind === 'lasso' ? parseLasso(rest.split('~')) : null
}

function parseScores([from, to]: number[]): PlainGroup | null {
  return from < to ? { kind: 'scores', from, to } : null
}

function parseClasses(labels: string[]): PlainGroup | null {
  if (!labels.every((label) => /^(-1|\d{1,9})$/.test(label))) return null
  return { kind: 'classes', labels: [...new Set(labels.map(Number))].sort((a, b) => a - b) }
}

function parseLasso([view, ...corners]: string[]): PlainGroup | null {
  const polygon = corners.map((corner) => corner.split(',').map(Number))
  const isWhole = polygon.length >= 3 && polygon.every((at) => at.length === 2 && at.every(Number.isFinite))
  return isWhole ? { kind: 'lasso', view, polygon: polygon as [number, number][] } : null
}

/** Neighbours together, so that an address stays short: 1, 2, 3 and 9 are `1-3.9`. */
function rangesText(positions: number[]): string {
  const ranges: [number, number][] = []
  for (const position of positions) {
    const last = ranges.at(-1)
    if (last && position === last[1] + 1) last[1] = position
    else ranges.push([position, position])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join('.')
}

const mostImages = 1_000_000

function parseImages(text: string): PlainGroup | null {
  const ranges = text.split('.').map((range) => /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(range))
  if (ranges.includes(null)) return null
  const spans = ranges.map((range) => [Number(range![1]), Number(range![2] ?? range![1])])
  const counted = spans.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (spans.some(([from, to]) => to < from) || counted > mostImages) return null
  const positions = spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  return { kind: 'images', positions: [...new Set(positions)].sort((a, b) => a - b) }
}
