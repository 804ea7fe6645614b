import { describe, expect, it } from 'vitest'
import { cellIngredients } from '../../main/studies/cellIngredients.ts'
import { studyCells } from '../../main/studies/cells.ts'
import { arm, spec, threeClasses } from './specs.ts'

const contents: Record<string, string> = { digits: '1', renamed: '1', other: '2', clothes: '3' }
const contentOf = (set: string) => ({ snapshot: `pixels ${contents[set]}`, labels: 'l', splits: 's' })

/** The text whose hash is the key of a study's first cell. */
function ingredients(changes: Record<string, unknown> = {}, versions = { weights: 1, scores: 1 }): string {
  const study = spec({ arms: [arm('one')], ...changes })
  const [cell] = studyCells(study, threeClasses)
  return JSON.stringify(cellIngredients(cell, study.images, contentOf, { known: [1, 2], heldOut: [0] }, versions))
}

describe('what decides a cell', () => {
  it.each([
    ['the study’s name and question', { name: 'large', question: 'Why?' }],
    ['the arm’s name', { arms: [arm('uno')] }],
    ['the set’s name', { sets: [{ name: 'renamed' }] }],
    ['a detector that is named twice', { arms: [arm('one', { detectors: ['divergence', 'divergence'] })] }],
    ['a setting that says what is so anyway', { arms: [arm('one', { order: 'random' })] }],
    ['the comparison that is primary', { primary: { method: 'one/divergence', rivals: ['one/divergence'] } }],
    ['the seeds after its own', { seeds: [1, 2] }],
  ])('is not %s', (_, changes) => {
    expect(ingredients(changes)).toBe(ingredients())
  })

  it.each([
    ['the images', { sets: [{ name: 'other' }] }],
    ['which images count', { images: 'paper' }],
    ['the seed', { seeds: [2] }],
    ['the members', { arms: [arm('one', { members: 3 })] }],
    ['the order of the classes', { arms: [arm('one', { order: 'fixed' })] }],
    ['the preset', { arms: [arm('one', { preset: 'paper' })] }],
    ['a setting of the model', { arms: [arm('one', { model: { latent: 3 } })] }],
    ['a setting of the objective', { arms: [arm('one', { objective: { radius: 2 } })] }],
    ['a setting of the training', { arms: [arm('one', { training: { epochs: 9 } })] }],
    ['the detectors', { arms: [arm('one', { detectors: ['divergence', 'centre'] })] }],
    ['the sizes of sub-ensembles', { arms: [arm('one', { sizes: [1] })] }],
    ['the corruption', { protocol: { kind: 'corruptions', corruptions: ['blur'] } }],
    ['its severity', { protocol: { kind: 'corruptions', corruptions: ['blur'], severities: [4] } }],
    ['the share of blends', { protocol: { kind: 'blends', share: 0.3 } }],
    ['the foreign images', { sets: [{ name: 'digits' }, { name: 'clothes' }], protocol: { kind: 'foreign', set: 'clothes' } }],
  ])('is %s', (_, changes) => {
    expect(ingredients(changes)).not.toBe(ingredients())
  })

  it('is not the order of the detectors and of the sizes', () => {
    const ordered = (detectors: string[], sizes: number[]) => ingredients({ arms: [arm('one', { detectors, sizes })] })
    expect(ordered(['divergence', 'centre'], [1, 2])).toBe(ordered(['centre', 'divergence'], [2, 1]))
  })

  it('is the version of what is trained and of what is scored', () => {
    expect(ingredients({}, { weights: 2, scores: 1 })).not.toBe(ingredients())
    expect(ingredients({}, { weights: 1, scores: 2 })).not.toBe(ingredients())
  })

  it('is no setting of a network where the arm reads pixels alone', () => {
    const pixels = (more: object) => ingredients({ arms: [arm('one', { members: 0, ...more })] })
    expect(pixels({ preset: 'paper', training: { epochs: 9 } })).toBe(pixels({}))
    expect(pixels({ detectors: ['pca'] })).not.toBe(pixels({}))
  })
})
