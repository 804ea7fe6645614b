import { expect, test } from 'vitest'
import { answers, usingNvidiaSmi } from '../../compute/cards/nvidiaSmi.ts'
import { engineInTest, settings } from '../../engine/engineInTest.ts'

const [large, small] = ['GPU-5a1c4f1e-3b0d-8e4f-6a3c-1f5e0c7b9d21', 'GPU-c2b7d9e4-77aa-4f10-9b55-0d8e6a4f2c13']
const gigabyte = 2 ** 10
const cards = (...free: number[]) => [large, small].slice(0, free.length)
  .map((uuid, index) => `${index}, ${uuid}, Card ${index}, 24576, ${free[index] * gigabyte}, 550.54.15`).join('\n')

async function trained(flavour: string, members: number) {
  const { api, importSet, ended } = await engineInTest({ cores: 4, runtime: () => ({ flavour, version: '0' }) })
  const set = await importSet()
  const { id } = await api.ensembles.create({ imageSetId: set.id, settings: settings({ members }) })
  await ended((await api.ensembles.train({ id })).jobId)
  const { members: made } = await api.ensembles.show({ id })
  return { devices: made.map(({ device }) => device), log: (await api.training.log({ ensembleId: id })).map(({ text }) => text) }
}

test('with the CUDA runtime members are spread over the cards by their free memory, which the log says', async () => {
  usingNvidiaSmi(cards(10, 3))
  const { devices, log } = await trained('cuda', 3)
  expect(devices.toSorted()).toEqual([large, large, large].map((card) => `stand-in on ${card}`))
  expect(log).toContain(`By the cards’ free memory 3 at once: 3 on card ${large}.`)
})

test('two cards of one kind share the members', async () => {
  usingNvidiaSmi(cards(4, 4))
  const { devices } = await trained('cuda', 2)
  expect(devices).toEqual([`stand-in on ${large}`, `stand-in on ${small}`])
})

test('a card that cannot be used is given to nobody', async () => {
  usingNvidiaSmi(answers.oldDriver)
  expect((await trained('cuda', 1)).devices).toEqual(['stand-in'])
})

test('the processor’s runtime is given no card', async () => {
  usingNvidiaSmi(answers.twoCards)
  expect((await trained('cpu', 1)).devices).toEqual(['stand-in'])
})
