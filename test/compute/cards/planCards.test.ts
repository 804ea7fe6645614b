import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FreeCard, planCards, type WaitingMember } from '../../../main/compute/cards/planCards.ts'

const GB = 1e9
const members = (...gigabytes: number[]): WaitingMember[] => gigabytes.map((size, index) => ({ index, bytes: size * GB }))
const cards = (...gigabytes: number[]): FreeCard[] => gigabytes.map((size, index) => ({ id: `card-${index}`, freeBytes: size * GB }))
const placed = (plan: ReturnType<typeof planCards>) => plan.running.map(({ index, card }) => `${index}:${card.slice(-1)}`)

describe('some plans', () => {
  test('several members share one card by its memory, the rest waits', () => {
    const plan = planCards(cards(8), members(3, 3, 3))
    expect([placed(plan), plan.waiting]).toEqual([['0:0', '1:0'], [2]])
  })
  test('two equal cards take turns', () => {
    expect(placed(planCards(cards(8, 8), members(3, 3, 3, 3)))).toEqual(['0:0', '1:1', '2:0', '3:1'])
  })
  test('a large card takes more than a small one', () => {
    expect(placed(planCards(cards(24, 6), members(4, 4, 4, 4, 4, 4)))).toEqual(['0:0', '1:0', '2:0', '3:0', '4:0', '5:1'])
  })
  test('no more than the cores can feed', () => {
    expect(planCards(cards(80), members(2, 2, 2, 2), 2)).toMatchObject({ running: [{ index: 0 }, { index: 1 }], waiting: [2, 3] })
  })
  test('what fits nowhere goes alone on the freest card', () => {
    const plan = planCards(cards(1, 2), members(3, 3))
    expect([placed(plan), plan.waiting]).toEqual([['0:1'], [1]])
  })
  test('without a card nothing runs on one', () => {
    expect(planCards([], members(1))).toEqual({ running: [], waiting: [0] })
  })
})

describe('any plan', () => {
  const free = fc.array(fc.integer({ min: 0, max: 80_000 }), { maxLength: 6 }).map((sizes) => sizes.map((size, index) => ({ id: `card-${index}`, freeBytes: size })))
  const wanted = fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 24 }).map((sizes) => sizes.map((bytes, index) => ({ index, bytes })))
  const most = fc.integer({ min: 1, max: 24 })
  const used = (plan: ReturnType<typeof planCards>, wishes: WaitingMember[], card: string) =>
    plan.running.filter((one) => one.card === card).map(({ index }) => wishes[index].bytes)

  test('has every member once: it runs or it waits', () => {
    fc.assert(fc.property(free, wanted, most, (all, wishes, limit) => {
      const plan = planCards(all, wishes, limit)
      const told = [...plan.running.map(({ index }) => index), ...plan.waiting].toSorted((a, b) => a - b)
      expect(told).toEqual(wishes.map(({ index }) => index))
    }))
  })
  test('takes no more of a card than is free on it, unless one member is alone there', () => {
    fc.assert(fc.property(free, wanted, most, (all, wishes, limit) => {
      const plan = planCards(all, wishes, limit)
      for (const { id, freeBytes } of all) {
        const sizes = used(plan, wishes, id)
        if (sizes.length > 1) expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(freeBytes)
      }
    }))
  })
  test('always goes on where there is a card, and never runs more than the limit', () => {
    fc.assert(fc.property(free, wanted, most, (all, wishes, limit) => {
      const { running } = planCards(all, wishes, limit)
      expect(running.length).toBeLessThanOrEqual(limit)
      if (all.length > 0 && wishes.length > 0) expect(running.length).toBeGreaterThan(0)
    }))
  })
  test('lets none wait that would still fit, below the limit', () => {
    fc.assert(fc.property(free, wanted, (all, wishes) => {
      const plan = planCards(all, wishes)
      const left = all.map(({ id, freeBytes }) => freeBytes - used(plan, wishes, id).reduce((sum, size) => sum + size, 0))
      for (const index of plan.waiting) expect(Math.max(0, ...left)).toBeLessThan(wishes[index].bytes)
    }))
  })
  test('leaves the cards that it was given as they were', () => {
    fc.assert(fc.property(free, wanted, (all, wishes) => {
      const before = structuredClone(all)
      planCards(all, wishes)
      expect(all).toEqual(before)
    }))
  })
})
