import { describe, expect, it } from 'vitest'
import { builtInStudies } from '../../main/studies/builtIn.ts'
import { refuseDetectors } from '../../main/studies/detectorFaults.ts'
import { parseStudy } from '../../main/studies/parseStudy.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { arm, spec } from './specs.ts'

const text = (changes: Record<string, unknown> = {}) => JSON.stringify({
  name: 'small', question: 'Q?', sets: [{ name: 'digits' }], protocol: { kind: 'each-class' }, arms: [arm('one')], ...changes,
})

describe('a study’s file', () => {
  it('is read from YAML and from JSON to the same study, with what it leaves out filled in', () => {
    const yaml = `
      name: small
      question: Q?
      sets: [{ name: digits }]
      protocol: { kind: each-class }
      arms:
        - { name: one, members: 2, detectors: [divergence] }`
    expect(parseStudy(yaml, 'a.yaml')).toEqual(parseStudy(text(), 'a.json'))
    expect(parseStudy(yaml, 'a.yaml')).toMatchObject({ seeds: [1], images: 'all', vary: [], arms: [{ preset: 'recommended' }] })
  })

  it.each([
    ['a field that there is not', { arms: [arm('one', { detector: ['x'] })] }, 'study.yaml: arms.0 has no field "detector".'],
    ['a field of a setting that there is not', { arms: [arm('one', { model: { latents: 3 } })] }, 'arms.0.model has no field "latents"'],
    ['a field that is missing', { question: undefined }, 'question is missing or of the wrong kind: string is expected'],
    ['an empty question', { question: '' }, 'question is empty.'],
    ['an arm without detectors', { arms: [arm('one', { detectors: [] })] }, 'arms.0.detectors needs at least one entry.'],
    ['another word than those allowed', { images: 'some' }, 'images may be "all", "paper"'],
    ['a protocol that there is not', { protocol: { kind: 'each' } }, 'protocol.kind may be "each-class", "groups", "random-groups"'],
    ['a number out of range', { arms: [arm('one', { model: { latent: 1 } })] }, 'arms.0.model.latent: the latent dimension is at least 2'],
    ['a severity out of range', { protocol: { kind: 'corruptions', corruptions: ['blur'], severities: [6] } }, 'protocol.severities.0'],
    ['two arms of a name', { arms: [arm('one'), arm('one')] }, 'two arms have the name "one"'],
    ['two sets of a name', { sets: [{ name: 's' }, { name: 's' }] }, 'two sets have the name "s"'],
    ['an arm to vary that there is not', { vary: [{ arms: ['two'], setting: 'latent', values: [2] }] }, 'vary names the arm "two"; the arms are "one"'],
    ['a primary method that there is not', { primary: { method: 'one/x', rivals: ['one/divergence'] } }, 'primary names "one/x"; the methods are "one/divergence"'],
    ['a rival that there is not', { primary: { method: 'one/divergence', rivals: ['two/x'] } }, 'primary names "two/x"'],
    ['a foreign set that is not listed', { protocol: { kind: 'foreign', set: 'x' } }, 'protocol.set "x" is not among the sets'],
    ['no set beside the foreign one', { protocol: { kind: 'foreign', set: 'digits' } }, 'needs a second set'],
    ['sizes above the members', { arms: [arm('one', { sizes: [3] })] }, 'the arm "one" has 2 members, too few for its sizes'],
    ['something to vary without members', {
      arms: [arm('one', { members: 0 })], vary: [{ arms: ['one'], setting: 'latent', values: [2] }],
    }, 'the arm "one" has no members'],
  ])('with %s is refused with file, field and what is allowed', (_, changes, sentence) => {
    expect(() => parseStudy(text(changes), 'study.yaml')).toThrow(sentence)
  })

  it('that is neither YAML nor JSON is refused with the place', () => {
    expect(() => parseStudy('name: [1, 2', 'bad.yaml')).toThrow(/^bad.yaml is neither YAML nor JSON: .*line 1/)
  })

  it('that is empty is refused', () => {
    expect(() => parseStudy('', 'empty.yaml')).toThrow('the study is missing or of the wrong kind')
  })
})

describe('the studies that come with Lacuna', () => {
  it('fit, and are called what their files are called', () => {
    const names = builtInStudies().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['paper-mnist', 'paper-fashion-mnist', 'paper-cifar10']))
    for (const name of ['mnist', 'fashion-mnist', 'cifar10']) expect(names).toContain(`paper-${name}-quick`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('name the comparison that they are for', () => {
    for (const { text: file, name } of builtInStudies()) expect(parseStudy(file, name).primary?.rivals.length).toBeGreaterThan(0)
  })
})

describe('the detectors of an arm', () => {
  it('must be there, read its kind of member, and read pixels where it has no members', () => {
    const refused = (changes: Record<string, unknown>) => () => refuseDetectors(spec({ arms: [arm('one', changes)] }), detectorDescriptions)
    expect(refused({})).not.toThrow()
    expect(refused({ detectors: ['magic'] })).toThrow('The arm "one": there is no detector "magic".')
    expect(refused({ model: { kind: 'cnn' } })).toThrow('"divergence" does not read members of the kind cnn')
    expect(refused({ members: 0 })).toThrow('"divergence" does not read pixels, and the arm has no members')
    const [first] = detectorDescriptions
    const several = [{ ...first, id: 'several', fewestMembers: 3 }]
    expect(() => refuseDetectors(spec({ arms: [arm('one', { detectors: ['several'] })] }), several))
      .toThrow('the detector "several" needs 3 members, and the arm has 2')
  })
})
