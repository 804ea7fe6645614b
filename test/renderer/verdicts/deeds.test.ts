import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VerdictChange } from '../../../main/contract/verdicts.ts'
import { answered, type Deeds, movedBack, moved, noDeeds, type Side, withDone } from '../../../renderer/verdicts/deeds.ts'
import { codesOf, type Entries, foreseen, tagsIn, withChanges } from '../../../renderer/verdicts/entries.ts'
import { verdictKinds } from '../../../renderer/verdicts/kinds.ts'
import { inBatches, isSame, nothingSaid, restoring, saidOf, type Said, type Saying } from '../../../renderer/verdicts/sayings.ts'

const images = 12
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constant(nothingSaid),
  fc.record({
    verdict: fc.constantFrom(...verdictKinds), note: fc.option(fc.constantFrom('blurred', 'again')),
    tags: fc.subarray(['scratch', 'dust']), class: fc.constant(null),
  }),
)
const saying: fc.Arbitrary<Saying> = fc.record({
  positions: fc.uniqueArray(fc.nat(images - 1), { minLength: 1 }), said,
})

const meaning = (entries: Entries) => [...entries].map(([at, one]) => [at, saidOf(one)] as const).sort(([a], [b]) => a - b)

/** A record as the engine keeps it: every entry has a higher number than the one before. */
class Record {
  entries: Entries = new Map()
  #last = 0

  say(sayings: Saying[]): VerdictChange[] {
    const changes = foreseen(this.entries, sayings, null).map((change) => {
      return { ...change, after: { ...change.after, id: ++this.#last } }
    })
    this.entries = withChanges(this.entries, changes)
    return changes
  }
}

/** Everything that is said, each as a deed of its own. */
function done(record: Record, sayings: Saying[]): Deeds {
  return sayings.reduce<Deeds>((deeds, one, id) => {
    const changes = record.say([one])
    return changes.length > 0 ? withDone(deeds, { id, changes }) : deeds
  }, noDeeds)
}

function all(record: Record, deeds: Deeds, to: Side): Deeds {
  for (;;) {
    const next = moved(deeds, to)
    if (!next.deed) return deeds
    record.say(restoring(next.deed.changes, to === 'undone' ? 'before' : 'after'))
    deeds = next.deeds
  }
}

test('undoing everything gives what was before, and doing it again what was after, whatever was said', () => {
  fc.assert(fc.property(fc.array(saying, { maxLength: 20 }), (sayings) => {
    const record = new Record()
    const deeds = done(record, sayings)
    const after = meaning(record.entries)
    const undone = all(record, deeds, 'undone')
    expect(meaning(record.entries)).toEqual([])
    const again = all(record, undone, 'done')
    expect(meaning(record.entries)).toEqual(after)
    expect(again).toEqual(deeds)
  }))
})

test('images of one mind are restored together, and none is forgotten', () => {
  fc.assert(fc.property(fc.array(saying, { maxLength: 8 }), saying, (first, last) => {
    const record = new Record()
    for (const one of first) record.say([one])
    const before = new Map(record.entries)
    const changes = record.say([last])
    const sayings = restoring(changes, 'before')
    expect(sayings.flatMap(({ positions }) => positions).toSorted()).toEqual(changes.map(({ position }) => position).toSorted())
    for (const [i, one] of sayings.entries())
      expect(sayings.slice(i + 1).some((other) => isSame(one.said, other.said))).toBe(false)
    for (const { positions, said: wanted } of sayings)
      for (const position of positions) expect(isSame(saidOf(before.get(position)), wanted)).toBe(true)
  }))
})

test('batches are no larger than the engine takes, and together they are what was said', () => {
  fc.assert(fc.property(fc.array(saying), fc.integer({ min: 1, max: 5 }), (sayings, most) => {
    const batches = inBatches(sayings, most)
    expect(batches.every(({ positions }) => positions.length >= 1 && positions.length <= most)).toBe(true)
    expect(batches.flatMap(({ positions }) => positions)).toEqual(sayings.flatMap(({ positions }) => positions))
  }))
})

test('what could not be undone is what is undone next, in the order in which it was done', () => {
  const record = new Record()
  const say = (at: number[]) => record.say([{ positions: at, said: { ...nothingSaid, verdict: 'normal' } }])
  let deeds = [[0, 1], [2], [3]].reduce<Deeds>((before, at, id) => withDone(before, { id, changes: say(at) }), noDeeds)
  for (let i = 0; i < 3; i++) deeds = moved(deeds, 'undone').deeds
  deeds = movedBack(deeds, 'undone', 2, new Set([3]))
  deeds = movedBack(deeds, 'undone', 0, new Set([1]))
  expect(deeds.done.map(({ id, changes }) => [id, ...changes.map(({ position }) => position)])).toEqual([[0, 1], [2, 3]])
  expect(deeds.undone.map(({ id, changes }) => [id, ...changes.map(({ position }) => position)])).toEqual([[1, 2], [0, 0]])
})

test('a deed that changed nothing is forgotten, wherever it is', () => {
  const changes = foreseen(new Map(), [{ positions: [1], said: { ...nothingSaid, verdict: 'unsure' } }], null)
  const deeds = withDone(noDeeds, { id: 1, changes })
  expect(answered(deeds, 1, [])).toEqual(noDeeds)
  expect(answered(moved(deeds, 'undone').deeds, 1, [])).toEqual(noDeeds)
})

test('of two entries of an image the newer counts, in whatever order they are heard of', () => {
  const record = new Record()
  const [first] = record.say([{ positions: [4], said: { ...nothingSaid, verdict: 'unsure' } }])
  const [second] = record.say([{ positions: [4], said: { ...nothingSaid, verdict: 'anomaly', tags: ['dust'] } }])
  const entries = withChanges(new Map(), [second, first])
  expect([...codesOf(entries, 6)]).toEqual([0, 0, 0, 0, 1, 0])
  expect(tagsIn(entries)).toEqual([{ tag: 'dust', images: 1 }])
})
