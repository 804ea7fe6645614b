import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { engineInTest } from './engineInTest.ts'

it('members are compared once; a second engine finds what the first one kept', async () => {
  const first = await engineInTest()
  const set = await first.importSet()
  const { ensemble } = await first.trainOn(set.id, { heldOut: ['b'] })
  const asked = { ensembleId: ensemble.id, detector: 'plain' }
  const [one, same] = await Promise.all([first.api.members.compare(asked), first.api.members.compare(asked)])
  expect(one.alone.map(({ index }) => index)).toEqual([0, 1])
  expect(same).toEqual(one)
  const workers = () => readdirSync(path.join(first.workspace, 'logs')).filter((name) => name.startsWith('members-'))
  expect(workers()).toHaveLength(1)
  expect(await first.api.members.compare(asked)).toEqual(one)
  expect(workers()).toHaveLength(1)
  await first.api.members.compare({ ...asked, detector: 'other' })
  expect(workers()).toHaveLength(2)
})

it('refuses what reads no members and an ensemble without any, and says what to do', async () => {
  const { api, importSet, trainOn } = await engineInTest()
  const set = await importSet()
  const { ensemble } = await trainOn(set.id)
  await expect(api.members.compare({ ensembleId: ensemble.id, detector: 'imported' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const { settings } = ensemble
  const { id } = await api.ensembles.create({ imageSetId: set.id, settings: { ...settings, seed: 99 } })
  await expect(api.members.compare({ ensembleId: id, detector: 'plain' })).rejects.toMatchObject({ code: 'CONFLICT' })
})
