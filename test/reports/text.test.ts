import { expect, test } from 'vitest'
import { count, duration, figure, listed, percent, visible } from '../../main/reports/text.ts'

test('a share that is not all is not called 100 %', () => {
  expect([0, 0.0001, 0.5, 0.9999, 1].map(percent)).toEqual(
    ['0 %', '0.1 %', '50.0 %', '99.9 %', '100 %'].map((text) => text.replace(' ', '\u202f')),
  )
})

test('figures keep four significant digits, with a real minus', () => {
  expect([3, -1.23456, 0.00001234, 12345.6, 0, Number.NaN].map(figure)).toEqual([
    '3.000',
    '−1.235',
    '1.23e−5',
    '12\u202f346',
    '0.000',
    'not a number',
  ])
})

test('thousands stand apart', () => {
  expect(count(1234567)).toBe('1\u202f234\u202f567')
})

test('times are told as people tell them', () => {
  expect([0.44, 12.3, 200, 7500].map(duration)).toEqual(['0.4 s', '12 s', '3 min 20 s', '2 h 5 min'])
})

test('long lists end with how many there are more', () => {
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(listed(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a, b and 3 more')
})

test('what cannot be seen in a name is spelt out, and the joiners of scripts and emoji stay', () => {
  expect(visible('a\nb\u202Ec\u0000')).toBe('a\\u{a}b\\u{202e}c\\u{0}')
  expect(visible('می\u200cخواهم 👩\u200d🔬 模様')).toBe('می\u200cخواهم 👩\u200d🔬 模様')
})
