import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Filter, filterText, noFilter, parseFilter, partsOf } from '../../../renderer/filter/filter.ts'
import { partWords } from '../../../renderer/filter/filterWords.ts'
import { emptying, type Filtered, passing } from '../../../renderer/filter/passing.ts'

const indices = (least: number, most: number) =>
  fc.option(fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1 }))
const score = fc.integer({ min: -40, max: 40 }).map((n) => n / 8)
const filters: fc.Arbitrary<Filter> = fc.record({
  classes: indices(-1, 3), roles: indices(0, 3), nearest: indices(-1, 3), verdicts: indices(0, 4),
  flagged: fc.option(fc.boolean()),
  scores: fc.option(fc.oneof(
    fc.tuple(score, score).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    score.map((from): [number, number] => [from, Infinity]),
    score.map((to): [number, number] => [-Infinity, to]),
  )),
  tags: fc.option(fc.uniqueArray(fc.constantFrom('dust', 'a:b', 'path', 'zwei Wörter'), { minLength: 1 })),
  path: fc.option(fc.string({ minLength: 1 })),
})

const image = fc.record({
  score, label: fc.integer({ min: -1, max: 3 }), nearest: fc.integer({ min: -1, max: 3 }), role: fc.nat(3),
  verdict: fc.nat(4), tagged: fc.boolean(), onPath: fc.boolean(),
})
const sets = fc.array(image, { maxLength: 30 })

const arrays = (set: ReturnType<typeof plain>): Filtered => ({
  scores: Float32Array.from(set, (one) => one.score), labels: Int32Array.from(set, (one) => one.label),
  nearest: Int16Array.from(set, (one) => one.nearest), role: Uint8Array.from(set, (one) => one.role),
  verdicts: Uint8Array.from(set, (one) => one.verdict), threshold: 1,
  tagged: Uint8Array.from(set, (one) => Number(one.tagged)), onPath: Uint8Array.from(set, (one) => Number(one.onPath)),
})
const plain = (set: { score: number; label: number; nearest: number; role: number; verdict: number; tagged: boolean; onPath: boolean }[]) => set

/** The same said without arrays. */
function meets(filter: Filter, one: ReturnType<typeof plain>[number]): boolean {
  const { classes, roles, nearest, verdicts, flagged, scores, tags, path } = filter
  return [
    classes?.includes(one.label), roles?.includes(one.role), nearest?.includes(one.nearest),
    verdicts?.includes(one.verdict), flagged === null ? true : one.score > 1 === flagged,
    scores ? one.score >= scores[0] && one.score <= scores[1] : true,
    tags ? one.tagged : true, path === null ? true : one.onPath,
  ].every((met) => met !== false)
}

test('an address brings any filter back', () => {
  fc.assert(fc.property(filters, (filter) => {
    expect(parseFilter(filterText(filter))).toEqual(filter)
  }))
  expect(filterText(noFilter)).toBeNull()
})

test('what cannot be read in an address lets everything through', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const filter = parseFilter(text)
    expect(parseFilter(filterText(filter))).toEqual(filter)
  }))
  expect(parseFilter('class:x;score:3~1;verdict:;show:maybe')).toEqual(noFilter)
})

test('an image passes if it meets every part, and no other does', () => {
  fc.assert(fc.property(filters, sets, (filter, set) => {
    const passes = passing(filter, arrays(set))
    expect(Array.from(passes, Boolean)).toEqual(set.map((one) => meets(filter, one)))
  }))
})

test('where a filter leaves nothing, the parts that are named are its own, and without all of them something is left', () => {
  fc.assert(fc.property(filters, fc.array(image, { minLength: 1, maxLength: 20 }), (filter, set) => {
    const [images, positions] = [arrays(set), Uint32Array.from(set.keys())]
    fc.pre(passing(filter, images).every((passes) => passes === 0))
    const named = emptying(filter, images, positions)
    expect(named.length).toBeGreaterThan(0)
    expect(partsOf(filter)).toEqual(expect.arrayContaining(named))
    const alone = named.filter((part) => passing({ ...noFilter, [part]: filter[part] }, images).every((one) => one === 0))
    const oneLess = named.every((part) => passing({ ...filter, [part]: null }, images).some((one) => one === 1))
    expect(alone.length === named.length || oneLess || named.length === partsOf(filter).length).toBe(true)
  }))
})

test('paths that are not known yet hide nothing', () => {
  const images = { ...arrays([{ score: 0, label: 0, nearest: 0, role: 0, verdict: 0, tagged: false, onPath: false }]), onPath: null }
  expect(Array.from(passing({ ...noFilter, path: 'x' }, images))).toEqual([1])
})

test('each part says in words what it lets through', () => {
  const names = { classes: ['a', 'b', 'c', 'd'], trainedClasses: ['x'] }
  const words = (part: keyof Filter, value: object | string | boolean) =>
    partWords(part, { ...noFilter, [part]: value }, names)
  expect(words('classes', [0, 1, 2, 3])).toBe('Class: a, b and 2 more')
  expect(words('classes', [-1])).toBe('Class: none')
  expect(words('verdicts', [0])).toBe('Not judged')
  expect(words('verdicts', [0, 1])).toBe('Verdict: Not judged, Anomaly')
  expect(words('scores', [-Infinity, 2])).toBe('Score up to 2')
  expect(words('flagged', false)).toBe('Not flagged')
})
