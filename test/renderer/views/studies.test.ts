import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { engineInTest } from '../../engine/engineInTest.ts'
import { studiedWorkspace } from '../../engine/studiedWorkspace.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { tinyStudy } from '../../jobs/study/studyInTest.ts'
import { windowInTest } from '../windowInTest.ts'

type Shown = Awaited<ReturnType<typeof windowInTest>>['window']
const saying = (window: Shown, words: string | RegExp, timeout = 40_000) =>
  vi.waitFor(() => expect(window.text()).toMatch(words), { timeout })
const button = (window: Shown, name: string) => window.findAll('button').find((one) => one.text() === name)
const press = async (window: Shown, name: string) => {
  await vi.waitFor(() => expect(button(window, name), name).toBeTruthy(), { timeout: 40_000 })
  await button(window, name)!.trigger('click')
}
const bodyRows = (window: Shown) => window.findAll('section[aria-labelledby=matrix-title] tbody tr')

/** The window over an engine whose workspace has a study with made figures. */
async function studied(address: string) {
  const workspace = await studiedWorkspace(temporaryFolder())
  return windowInTest(address, await engineInTest({ workspace }))
}

test('where no study was run, the screen says what one is and offers those that come with Lacuna', async () => {
  const { window, router } = await windowInTest('/studies')
  await saying(window, /No study was run yet/)
  await saying(window, /paper-mnist-quick/)
  const link = window.findAll('a').find((one) => one.text() === 'paper-mnist')!
  await router.push(link.attributes('href')!.replace(/^#/, ''))
  await saying(window, /paper-mnist\.yaml/)
  await saying(window, /No image set named mnist is imported/)
})

test('a study that was run is listed with its cells, and shown with every table', async () => {
  const { window, router, api } = await studied('/studies')
  await saying(window, /155 of 160 cells, 2 failed/)
  await router.push('/study/clothes')
  await saying(window, /Files for a paper/)
  const { claims, matrices: [matrix] } = await api.studies.tables({ name: 'clothes' })
  for (const claim of claims) expect(window.text()).toContain(claim)
  expect(bodyRows(window)).toHaveLength(13)
  expect(bodyRows(window)[0].text()).toContain(matrix.lines[0].mean!.toFixed(3))
  expect(window.findAll('[role=img]').map((one) => one.attributes('aria-label'))).toEqual(expect.arrayContaining([
    expect.stringMatching(/^Mean AUROC by latent dimension\. recommended\/centre: 2 0\.\d/),
    expect.stringMatching(/^Mean AUROC by number of members\. /),
  ]))
  expect(window.text()).toContain('The loss became NaN at step 412.')
})

test('only figures that the table calls best are framed, and cells that failed show none', async () => {
  const { window, api } = await studied('/study/clothes')
  await saying(window, /Files for a paper/)
  const { matrices: [{ lines }] } = await api.studies.tables({ name: 'clothes' })
  const best = lines.flatMap((line, row) => (line.best ? [row] : []))
  expect(best).toHaveLength(1)
  expect(bodyRows(window).flatMap((row, i) => (row.find('.mean .best').exists() ? [i] : []))).toEqual(best)
  const cnn = bodyRows(window)[lines.findIndex(({ method }) => method === 'cnn/energy')]
  expect(cnn.findAll('.heat.none')).toHaveLength(1)
})

test('the matrix is sorted and narrowed, and the address keeps it', async () => {
  const { window, router } = await studied('/study/clothes?methods=named')
  await saying(window, /Files for a paper/)
  expect(bodyRows(window)).toHaveLength(4)
  await window.findAll('thead button').find((one) => one.text().startsWith('Mean'))!.trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.query.sort).toBe('mean'))
  const means = bodyRows(window).map((row) => Number.parseFloat(row.find('.mean').text()))
  expect(means).toEqual(means.toSorted((a, b) => b - a))
})

test('the tables are written into a folder, and the files are named', async () => {
  const { window } = await studied('/study/clothes')
  await saying(window, /Files for a paper/)
  const folder = path.join(temporaryFolder(), 'tables')
  await window.find('input[aria-label="Folder to write into"]').setValue(folder)
  await window.find('section[aria-labelledby=export-title] form').trigger('submit')
  await saying(window, /files written/)
  for (const file of readdirSync(folder)) expect(window.text()).toContain(path.join(folder, file))
})

test('a study is built from a file, its faults are told as sentences, and it tells its cost before it runs', async () => {
  const inTest = await engineInTest()
  await inTest.importSet()
  const file = path.join(temporaryFolder(), 'tiny.json')
  writeFileSync(file, JSON.stringify(tinyStudy()))
  const { window, router } = await windowInTest('/studies', inTest)
  await window.find('#study-file').setValue(file)
  await window.find('.starts form').trigger('submit')
  await saying(window, /tiny\.yaml/)
  await window.find('#study-name').setValue('not a name')
  await saying(window, /a name has letters, digits and hyphens only/)
  await window.find('#study-name').setValue('smaller')
  await press(window, 'What does it cost?')
  await saying(window, /2 cells to run of 2, 4 members to train: .* of training on this machine/)
  await press(window, 'Start the study')
  await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/study/smaller'))
  await saying(window, /Complete\s*2 of 2 cells/)
  await saying(window, /one \/ plain/)
})

test('a study that runs is paused and cancelled where it is watched', async () => {
  const inTest = await engineInTest()
  await inTest.importSet()
  const [arm] = tinyStudy().arms
  await inTest.api.studies.start({ spec: { ...tinyStudy(), arms: [{ ...arm, training: { epochs: 2000, batch: 5 } }] } })
  const { window } = await windowInTest('/study/tiny', inTest)
  await press(window, 'Pause')
  await saying(window, /Paused/)
  await press(window, 'Resume')
  await saying(window, /Runs/)
  await press(window, 'Cancel')
  await saying(window, /Not run yet/)
  expect(button(window, 'Run the rest …')).toBeTruthy()
})

test('a study that is not there says so', async () => {
  const { window } = await windowInTest('/study/none')
  await saying(window, /No study "none" was started yet/)
})
