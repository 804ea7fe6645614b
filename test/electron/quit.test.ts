import { expect, test } from 'vitest'
import { isAlive, workspaceInTest } from '../client/enginesInTest.ts'
import { settings } from '../engine/engineInTest.ts'
import { answerWith, desktopInTest, ended } from './desktopInTest.ts'

/** A window over an engine whose workers are stand-ins, one of which trains for as long as nobody pauses it. */
async function training() {
  const { workspace, join } = workspaceInTest()
  const { api, importSet, pid } = await join()
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({}, { epochs: 2000, batch: 100 }) })
  const { jobId } = await api.ensembles.train({ id })
  await expect.poll(async () => (await api.jobs.show({ id: jobId })).progress).not.toBeNull()
  const desktop = await desktopInTest({ workspace })
  await desktop.page()
  const close = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close())
  return { ...desktop, api, jobId, pid, close, join }
}

test('where nothing is computed nobody is asked, and the engine ends with the window', async () => {
  const { app, page, enginePid } = await desktopInTest()
  await page()
  const engine = enginePid()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close())
  expect(await ended(app)).toBe(0)
  await expect.poll(() => isAlive(engine), { timeout: 10_000 }).toBe(false)
})

test('closing the window while something is trained asks what shall become of it; cancelled, all goes on', async () => {
  const { app, close, api, jobId } = await training()
  const asked = await answerWith(app, 2)
  await close()
  await expect.poll(asked).toMatchObject({
    message: 'Lacuna is still computing.', detail: expect.stringContaining('Training of'), buttons: ['Pause and Quit', 'Go On in the Background', 'Cancel'],
  })
  expect(app.windows()).toHaveLength(1)
  expect((await api.jobs.show({ id: jobId })).state).toBe('running')
})

test('"Go On in the Background" closes the window, and the engine goes on', async () => {
  const { app, close, api, jobId, pid } = await training()
  await answerWith(app, 1)
  await close()
  expect(await ended(app)).toBe(0)
  expect(isAlive(pid)).toBe(true)
  expect((await api.jobs.show({ id: jobId })).state).toBe('running')
})

test('"Pause and Quit" ends the engine with a checkpoint, and the next one goes on', async () => {
  const { app, close, jobId, pid, join } = await training()
  await answerWith(app, 0)
  await close()
  expect(await ended(app)).toBe(0)
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
  const { api } = await join()
  await expect.poll(async () => (await api.jobs.show({ id: jobId })).state).toBe('running')
  await api.jobs.cancel({ id: jobId })
})
