import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellWords, studyCells } from '../../main/studies/cells.ts'
import { arm, spec, threeClasses } from './specs.ts'

const places = (study: ReturnType<typeof spec>) =>
  studyCells(study, threeClasses).map(({ set, case: { name }, seed, arm: { name: method }, varied }) =>
    [set, name, seed, method, JSON.stringify(varied)].join(' '))

describe('the cells of a study', () => {
  it('are every set with every seed, case, arm and varied value, once each, whatever the sizes', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 2, max: 64 }), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(fc.integer({ min: 1, max: 3 }), numbers, numbers, (sets, seeds, values) => {
      const study = spec({
        sets: Array.from({ length: sets }, (_, i) => ({ name: `set-${i}` })), seeds,
        vary: [{ arms: ['two'], setting: 'latent', values }],
      })
      const all = places(study)
      expect(all).toHaveLength(sets * seeds.length * 3 * (2 + values.length))
      expect(new Set(all).size).toBe(all.length)
      expect(places(study)).toEqual(all)
    }), { seed: 1, numRuns: 40 })
  })

  it('come by set, seed, case, arm and varied value, so that the first seed is complete first', () => {
    const study = spec({ seeds: [7, 3], protocol: { kind: 'each-class', classes: ['b'] }, vary: [
      { arms: ['one'], setting: 'radius', values: [2] },
    ] })
    expect(places(study)).toEqual([
      'digits b 7 one {}', 'digits b 7 one {"radius":2}', 'digits b 7 two {}',
      'digits b 3 one {}', 'digits b 3 one {"radius":2}', 'digits b 3 two {}',
    ])
  })

  it('have the settings of their arm’s preset, with the arm’s own and what is varied in their place', () => {
    const one = arm('one', { preset: 'paper', model: { latent: 5 }, order: 'fixed', training: { epochs: 3 } })
    const [plain, varied] = studyCells(spec({
      arms: [one], seeds: [9], sets: [{ name: 'digits', architecture: 'mnist' }],
      vary: [{ arms: ['one'], setting: 'alpha', values: [0.5] }],
    }), threeClasses)
    expect(plain.settings).toMatchObject({
      seed: 9, heldOut: ['a'], order: 'fixed', members: 2, training: { epochs: 3, learningRate: 1e-3, patience: 3 },
      model: { kind: 'cl-vae', latent: 5, dense: 16, architecture: 'mnist' }, objective: { kind: 'paper', alpha: 1 / 6 },
    })
    expect(varied.settings).toEqual({ ...plain.settings, objective: { ...plain.settings.objective, alpha: 0.5 } })
  })

  it('are not trained where an arm has no members', () => {
    const [cell] = studyCells(spec({ arms: [arm('pixels', { members: 0 })] }), threeClasses)
    expect(cell.members).toBe(0)
  })

  it('leave the foreign set out of those that are studied', () => {
    const study = spec({ sets: [{ name: 'digits' }, { name: 'clothes' }], protocol: { kind: 'foreign', set: 'clothes' } })
    const cells = studyCells(study, threeClasses)
    expect(cells.map(cellWords)).toEqual(['digits against clothes, one, seed 1', 'digits against clothes, two, seed 1'])
    expect(cells[0].settings.heldOut).toEqual([])
  })

  it('are one for each corruption and severity, and one for blends', () => {
    const corrupted = spec({ protocol: { kind: 'corruptions', corruptions: ['noise', 'blur'], severities: [1, 5] } })
    const names = studyCells(corrupted, threeClasses).filter((cell) => cell.arm.name === 'one').map((cell) => cell.case.name)
    expect(names).toEqual(['noise 1', 'noise 5', 'blur 1', 'blur 5'])
    const [blends] = studyCells(spec({ protocol: { kind: 'blends' } }), threeClasses)
    expect(blends.case.probe).toEqual({ kind: 'blends', share: 0.5 })
  })

  it.each([
    [{ protocol: { kind: 'each-class', classes: ['z'] } }, 'holds out "z", and the image set has no such class'],
    [{ protocol: { kind: 'groups', groups: [['a', 'b', 'c']] } }, 'no class is left to learn from'],
    [{ protocol: { kind: 'random-groups', size: 2, draws: 4 } }, 'Of 3 classes there are 3 groups of 2, not 4'],
    [{ vary: [{ arms: ['one'], setting: 'latent', values: [1] }] }, 'The arm "one" of the study does not fit: model.latent'],
  ])('refuse what does not fit the set, with a sentence: %o', (changes, sentence) => {
    expect(() => studyCells(spec(changes), threeClasses)).toThrow(sentence)
  })
})

describe('random groups of classes', () => {
  const groups = (size: number, draws: number, seed: number) =>
    studyCells(spec({ protocol: { kind: 'random-groups', size, draws, seed }, arms: [arm('one')] }), () => [...'abcdefghij'])
      .map((cell) => cell.settings.heldOut)

  it('are as many different ones as asked for, of the size asked for, in the order of the classes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 10 }), fc.nat(100), (size, draws, seed) => {
      const drawn = groups(size, draws, seed)
      expect(drawn).toHaveLength(draws)
      expect(new Set(drawn.map((group) => group.join())).size).toBe(draws)
      for (const group of drawn) expect(group).toEqual([...new Set(group)].toSorted().slice(0, size))
    }), { seed: 2, numRuns: 60 })
  })

  it('follow from their seed', () => {
    expect(groups(4, 5, 1)).toEqual(groups(4, 5, 1))
    expect(groups(4, 5, 1)).not.toEqual(groups(4, 5, 2))
  })
})
