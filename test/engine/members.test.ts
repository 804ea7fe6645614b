import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { engineInTest } from './engineInTest.ts'

it('members are compared once by each detector, and what was kept is told again', async () => {
  const first = await engineInTest()
  const set = await first.importSet()
  const { ensemble } = await first.trainOn(set.id, { heldOut: ['b'] })
  const asked = { ensembleId: ensemble.id, detector: 'plain' }
  const [one, same] = await Promise.all([first.api.members.compare(asked), first.api.members.compare(asked)])
  expect(one.alone.map(({ index }) => index)).toEqual([0, 1])
  expect(same).toEqual(one)
  // What is kept is what is told: it says something else now, and so does the answer.
  const folder = path.join(first.workspace, 'comparisons')
  const [file, ...others] = readdirSync(folder)
  expect(others).toEqual([])
  const kept = readFileSync(path.join(folder, file), 'utf8')
  writeFileSync(path.join(folder, file), kept.replace('"normals":40', '"normals":41'))
  expect(await first.api.members.compare(asked)).toEqual({ ...one, normals: 41 })
  expect((await first.api.members.compare({ ...asked, detector: 'other' })).normals).toBe(40)
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
