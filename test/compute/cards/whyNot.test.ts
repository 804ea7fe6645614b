import { expect, test } from 'vitest'
import { parseCards } from '../../../main/compute/cards/nvidiaQuery.ts'
import { whyOnProcessor } from '../../../main/compute/cards/onProcessor.ts'
import { whyNot } from '../../../main/compute/cards/whyNot.ts'
import { answers } from './nvidiaSmi.ts'

const linux = { platform: 'linux', arch: 'x64', flavour: 'cuda' }
const [good] = parseCards(answers.twoCards)

test('a card with a new driver, memory and the right runtime can be used', () => {
  expect(whyNot(good, linux)).toBeNull()
  expect(whyNot({ ...good, driver: '525.60.13' }, linux)).toBeNull()
  expect(whyNot({ ...good, bytes: null, freeBytes: null }, linux)).toBeNull()
})

test.each([
  ['without a driver', { ...good, driver: null }, linux, /driver is not loaded: install driver 525\.60\.13 or newer/],
  ['with an old driver', parseCards(answers.oldDriver)[0], linux, /driver 470\.57\.02 is too old for CUDA 12/],
  ['with a driver one number too old', { ...good, driver: '525.60.11' }, linux, /too old/],
  ['with little memory', parseCards(answers.small)[0], linux, /too little memory: 1\.0 GB/],
  ['with little free memory', { ...good, freeBytes: 1e9 }, linux, /Too little of its memory is free: 1\.0 GB of 25\.8 GB/],
  ['without a runtime', good, { ...linux, flavour: undefined }, /No TensorFlow runtime is set up/],
  ['with the processor’s runtime', good, { ...linux, flavour: 'cpu' }, /The TensorFlow in use is for processors/],
  ['on another system', good, { ...linux, platform: 'darwin', arch: 'arm64' }, /for Linux on x64 only/],
])('a card %s cannot, which one sentence says', (_how, card, surroundings, sentence) => {
  const why = whyNot(card, surroundings)!
  expect(why).toMatch(sentence)
  expect(why).toMatch(/^[A-Z].*\.$/)
})

test('why the CUDA build computes on the processor is said from what was found', () => {
  expect(whyOnProcessor({ cards: [], trouble: null }, linux)).toBe('TensorFlow’s CUDA build computes on the processor here: no NVIDIA card is in this machine.')
  expect(whyOnProcessor({ cards: [], trouble: 'It hangs.' }, linux)).toMatch(/: It hangs\.$/)
  expect(whyOnProcessor({ cards: [{ ...good, driver: '470.57.02' }], trouble: null }, linux)).toMatch(/NVIDIA GeForce RTX 3090 it is known: Its driver 470/)
  expect(whyOnProcessor({ cards: [good], trouble: null }, linux)).toMatch(/TensorFlow could not use the card NVIDIA GeForce RTX 3090/)
})
