import { expect, vi } from 'vitest'
import { engineInTest, threeClasses } from '../engine/engineInTest.ts'
import { windowInTest } from './windowInTest.ts'

/** The result of a trained member that holds a class out, at an address. */
export async function resultInTest(heldOut: string[] = ['b'], query = '') {
  const inTest = await engineInTest()
  const set = await inTest.importSet({ ...threeClasses, perClass: 50 })
  const { ensemble } = await inTest.trainOn(set.id, { heldOut, members: 1 }, { epochs: 1, batch: 1 })
  const { jobId } = await inTest.api.scores.compute({
    ensembleId: ensemble.id,
    detectors: ['plain', 'other'],
  })
  await inTest.ended(jobId)
  const place = `/project/${set.projectId}/result/${ensemble.id}`
  const open = async (address: string) => {
    const shown = await windowInTest(address, inTest)
    await vi.waitFor(() => expect(shown.window.find('[role=gridcell]').exists()).toBe(true), {
      timeout: 20_000,
    })
    return shown
  }
  return { ...(await open(place + query)), open, place, set, ensemble }
}
