import { expect, test, vi } from 'vitest'
import { engineInTest, threeClasses } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

/** An import of that set in an open window. */
async function importing(set: object, name = 'set') {
  const inTest = await engineInTest()
  const { id, jobId } = await inTest.api.imageSets.import({
    project: 'project',
    name,
    source: inTest.source(set as never, name),
  })
  const { projectId } = await inTest.api.imageSets.show({ id })
  return { ...(await windowInTest(`/project/${projectId}/images/${id}`, inTest)), id, jobId, projectId }
}

test('an import is followed phase by phase, and can be cancelled', async () => {
  const { window } = await importing({ ...threeClasses, waitMilliseconds: 20_000 })
  await vi.waitFor(() => expect(window.find('[aria-current=step]').text()).toContain('Reading the pixels'))
  await window
    .findAll('button')
    .find((one) => one.text() === 'Cancel the import')!
    .trigger('click')
  await vi.waitFor(() => expect(window.text()).toContain('The import was cancelled; nothing of it was kept.'))
})

test('an import that fails says why, and can be begun again', async () => {
  const { window, router, id } = await importing({ classes: null })
  await vi.waitFor(() => expect(window.find('[role=alert]').exists()).toBe(true))
  await window
    .findAll('button')
    .find((one) => one.text() === 'Import again')!
    .trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.params.set).not.toBe(String(id)))
})

test('a set in which nothing changed leads to the version that is there', async () => {
  const { window, router, api, source, projectId, id, ended, jobId } = await importing(threeClasses)
  await ended(jobId)
  await vi.waitFor(() => expect(window.find('.classes').exists()).toBe(true))
  const again = await api.imageSets.import({ project: 'project', name: 'set', source: source(threeClasses) })
  await router.push(`/project/${projectId}/images/${again.id}`)
  await vi.waitFor(() => expect(router.currentRoute.value.params.set).toBe(String(id)), { timeout: 10_000 })
})

test('the summary counts each class by split, and all of them', async () => {
  const { window } = await importing(threeClasses)
  await vi.waitFor(() => expect(window.find('.classes').exists()).toBe(true), { timeout: 10_000 })
  const cells = (row: string) =>
    window
      .find('.classes')
      .findAll('tr')
      .find((one) => one.text().startsWith(row))!
      .findAll('td.number')
      .map((cell) => cell.text())
  expect(cells('b')).toEqual(['12', '4', '4'])
  expect(cells('All')).toEqual(['36', '12', '12'])
})

test('images without classes say what can be done with them', async () => {
  const { window } = await importing({ classes: [], perClass: 0, salt: 1, unlabelled: 6 })
  await vi.waitFor(() => expect(window.text()).toContain('These images have no classes.'), {
    timeout: 10_000,
  })
})
