import { expect, test } from 'vitest'
import { detectorDescriptions } from '../../../main/detectors/registry.ts'
import type { EngineApi } from '../../../renderer/client/engine.ts'
import { listDetectors } from '../../../renderer/results/listDetectors.ts'

test('in English every detector is called as the engine calls it', async () => {
  expect(await listDetectors(knowing(detectorDescriptions))).toEqual(detectorDescriptions)
})

test('in the window every detector of the engine has a name of its own', async () => {
  const nameless = detectorDescriptions.map((one) => ({ ...one, name: 'unnamed' }))
  expect((await listDetectors(knowing(nameless))).filter(({ name }) => name === 'unnamed')).toEqual([])
})

test('a detector that the window does not know keeps the name that the engine gave', async () => {
  const unknown = [{ ...detectorDescriptions[0], id: 'from-a-newer-engine', name: 'Newer' }]
  expect(await listDetectors(knowing(unknown))).toEqual(unknown)
})

const knowing = (list: typeof detectorDescriptions) => ({ detectors: { list: () => Promise.resolve(list) } }) as unknown as EngineApi
