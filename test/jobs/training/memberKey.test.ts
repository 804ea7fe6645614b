import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../main/jobs/canonicalJson.ts'
import { memberKey, type MemberIngredients, weightsVersion } from '../../../main/jobs/training/memberKey.ts'
import { settings } from '../../engine/engineInTest.ts'

const ingredients: MemberIngredients = {
  snapshot: 's', labels: 'l', splits: 'p', known: [0, 2], settings: settings(), index: 1,
  runtime: { flavour: 'cpu', version: '2' }, threads: 1,
}

test('everything that decides the weights decides the key', () => {
  const plain = settings()
  const variants: Partial<MemberIngredients>[] = [
    {}, { snapshot: 't' }, { labels: 'm' }, { splits: 'q' }, { known: [2, 0] }, { index: 2 }, { threads: 2 },
    { runtime: { flavour: 'cuda', version: '2' } }, { runtime: { flavour: 'cpu', version: '3' } },
    { settings: settings({ seed: 2 }) }, { settings: settings({ order: 'fixed' }) },
    { settings: { ...plain, model: { ...plain.model, latent: 9 } } },
    { settings: { ...plain, objective: { ...plain.objective, alpha: 0.5 } } },
    { settings: settings({}, { epochs: 5 }) }, { settings: settings({}, { folds: 5 }) },
    { settings: settings({}, { folds: 5 }), groups: 'g' }, { settings: settings({}, { folds: 5 }), groups: 'h' },
  ]
  const keys = variants.map((variant) => memberKey({ ...ingredients, ...variant }))
  expect(new Set(keys).size).toBe(variants.length)
})

test('how many members there are, the names of what is held out, and the order of settings do not', () => {
  const shuffled = Object.fromEntries(Object.entries(settings()).reverse()) as typeof ingredients.settings
  const same = [
    settings({ members: 9 }), settings({ heldOut: ['x'] }), settings({ leftOut: ['y'] }), shuffled,
  ]
  for (const one of same) expect(memberKey({ ...ingredients, settings: one })).toBe(memberKey(ingredients))
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
})

test('a run without folds has the keys that it had before there were folds', () => {
  const plain = settings()
  const { folds: _, ...training } = plain.training
  const { seed, order, model, objective } = plain
  const { settings: __, ...rest } = ingredients
  const before = canonicalJson({ ...rest, seed, order, model, objective, training, weightsVersion })
  expect(memberKey(ingredients)).toBe(createHash('sha256').update(before).digest('hex'))
})
