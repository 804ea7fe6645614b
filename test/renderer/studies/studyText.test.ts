import { expect, test } from 'vitest'
import { builtInStudies } from '../../../main/studies/builtIn.ts'
import { parseStudy } from '../../../main/studies/parseStudy.ts'
import { emptyArm, emptyStudy, protocolOf } from '../../../renderer/studies/emptyStudy.ts'
import { studyText } from '../../../renderer/studies/studyText.ts'

test.each(builtInStudies().map(({ name, text }) => [name, text]))(
  'the file of a study means the study: %s', (name, text) => {
    const spec = parseStudy(text, name)
    expect(parseStudy(studyText(spec), name)).toEqual(spec)
  },
)

test('a new study says what it lacks, and is whole with a question and a detector', () => {
  const study = emptyStudy('parts')
  expect(() => parseStudy(studyText(study), 'It')).toThrow(/question/)
  const whole = { ...study, question: 'Why?', arms: [{ ...emptyArm('one'), detectors: ['centre'] }] }
  expect(parseStudy(studyText(whole), 'It')).toEqual(whole)
})

test.each(['each-class', 'random-groups', 'foreign', 'corruptions', 'blends'] as const)(
  'a protocol that is chosen fits as it is: %s', (kind) => {
    const sets = [{ name: 'parts' }, { name: 'others' }]
    const arms = [{ ...emptyArm('one'), detectors: ['centre'] }]
    const study = { ...emptyStudy('parts'), question: 'Why?', sets, arms, protocol: protocolOf(kind, 'others') }
    expect(parseStudy(studyText(study), 'It').protocol).toEqual(study.protocol)
  },
)
