import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { stream } from '../../main/models/random.ts'

const NAME = 'seed-7/member/3/init'
const options = { seed: 20_241 }

function moment(values: ArrayLike<number>, order: number): number {
  return Array.from(values).reduce((sum, value) => sum + value ** order, 0) / values.length
}

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const products = Array.from(a).map((value, i) => value * b[i])
  return moment(products, 1) / Math.sqrt(moment(a, 2) * moment(b, 2))
}

describe('a stream is its name', () => {
  test('a name gives these numbers, today and in later versions', () => {
    const random = stream(NAME)
    expect(random.uniform()).toBe(0.942336006003826)
    expect(random.uniform()).toBe(0.30504764631573267)
    expect(random.integer(10)).toBe(2)
    expect(random.integer(60_000)).toBe(38_001)
    expect(random.normal()).toBeCloseTo(-0.6035329705728518, 14)
    expect(random.normal()).toBeCloseTo(-0.39579038488051543, 14)
    expect([...stream(NAME).permutation(10)]).toEqual([4, 5, 7, 8, 3, 1, 0, 2, 6, 9])
  })

  test('the same name gives the same numbers, another name others', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (name, other) => {
      const values = stream(name).normals(8)
      expect(stream(name).normals(8)).toEqual(values)
      if (other !== name) expect(stream(other).normals(8)).not.toEqual(values)
    }), options)
  })

  test('drawing from one stream leaves another as it was', () => {
    const [first, second] = [stream('a'), stream('b')]
    const mixed = [first.uniform(), second.uniform(), first.uniform(), second.uniform()]
    const alone = stream('b')
    expect([mixed[1], mixed[3]]).toEqual([alone.uniform(), alone.uniform()])
  })

  test('the numbers of neighbouring names are uncorrelated', () => {
    const first = stream('seed-1/member/0/noise').normals(100_000)
    const second = stream('seed-1/member/1/noise').normals(100_000)
    expect(Math.abs(correlation(first, second))).toBeLessThan(4 / Math.sqrt(100_000))
  })

  test('the first numbers of names that differ by a small number are spread evenly', () => {
    const firsts = Array.from({ length: 10_000 }, (_, i) => stream(String(i)).uniform())
    expect(Math.abs(moment(firsts, 1) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 10_000))
    expect(Math.abs(moment(firsts, 2) - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / 10_000))
  })
})

describe('the distributions', () => {
  test('uniform lies in [0, 1) and fills it evenly', () => {
    const random = stream('uniform')
    const counts = new Float64Array(100)
    for (let i = 0; i < 200_000; i++) counts[Math.floor(random.uniform() * 100)] += 1
    const chiSquare = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)
    expect(chiSquare).toBeGreaterThan(58)
    expect(chiSquare).toBeLessThan(149)
  })

  test('integers are equally likely, also where n does not divide 2^32', () => {
    const random = stream('integer')
    const counts = new Float64Array(3)
    const n = 3 * 2 ** 30
    for (let i = 0; i < 90_000; i++) counts[Math.floor(random.integer(n) / 2 ** 30)] += 1
    for (const count of counts) expect(Math.abs(count - 30_000)).toBeLessThan(4 * Math.sqrt(20_000))
  })

  test('an integer is a whole number below its limit', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.string(), (n, name) => {
      const value = stream(name).integer(n)
      expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true)
    }), options)
    expect(stream('full').integer(2 ** 32)).toBeLessThan(2 ** 32)
  })

  test('normals have the moments of the standard normal', () => {
    const values = stream('normal').normals(400_000)
    const error = 4 / Math.sqrt(400_000)
    expect(Math.abs(moment(values, 1))).toBeLessThan(error)
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(error * Math.sqrt(2))
    expect(Math.abs(moment(values, 3))).toBeLessThan(error * Math.sqrt(15))
    expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(error * Math.sqrt(96))
  })

  test('normals in one call are the single ones, also across an odd number of them', () => {
    const random = stream('pairs')
    const parts = [...random.normals(3), ...random.normals(2), Math.fround(random.normal())]
    expect(parts).toEqual([...stream('pairs').normals(6)])
  })

  test('successive normals are uncorrelated', () => {
    const values = stream('lag').normals(100_001)
    expect(Math.abs(correlation(values.subarray(1), values.subarray(0, -1)))).toBeLessThan(0.0127)
  })
})

describe('orders', () => {
  test('a permutation holds every number once', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.string(), (n, name) => {
      const sorted = stream(name).permutation(n).sort()
      expect([...sorted]).toEqual(Array.from({ length: n }, (_, i) => i))
    }), options)
  })

  test('all orders of three are equally likely', () => {
    const random = stream('orders')
    const counts = new Map<string, number>()
    for (let i = 0; i < 60_000; i++) {
      const order = random.permutation(3).join()
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(366)
  })

  test('shuffle keeps the elements and works in place', () => {
    const list = ['a', 'b', 'c', 'd', 'e']
    expect(stream('list').shuffle(list)).toBe(list)
    expect([...list].sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

test('a limit that is no whole number from 1 to 2^32 is refused', () => {
  for (const limit of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => stream('bad').integer(limit)).toThrow(RangeError)
  }
})
