import { mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import ReportWritten from '../../../renderer/views/result/report/ReportWritten.vue'

afterEach(() => void delete window.lacunaMenu)

const files = ['/out/ranking.csv', '/out/tables/metrics.csv', '/out/index.html']

function written(printPdf?: (html: string, paper: string) => Promise<string | null>, list = files) {
  if (printPdf) window.lacunaMenu = { offer: () => undefined, onRun: () => undefined, printPdf }
  Element.prototype.scrollIntoView = () => undefined
  return mount(ReportWritten, { props: { files: list, notes: [], paper: 'letter' } })
}

test('on a desktop the page is saved as PDF without another program, on the paper that was chosen', async () => {
  const asked: string[][] = []
  const shown = written(async (...input) => {
    asked.push(input)
    return '/home/me/report.pdf'
  })
  await shown.find('button').trigger('click')
  await vi.waitFor(() => expect(shown.text()).toContain('/home/me/report.pdf'))
  expect(asked).toEqual([['/out/index.html', 'letter']])
})

test('a PDF that could not be saved says why', async () => {
  const shown = written(() => Promise.reject(new Error('The disk is full.')))
  await shown.find('button').trigger('click')
  await vi.waitFor(() => expect(shown.find('[role=alert]').text()).toContain('The disk is full.'))
})

test('in a browser, and where there is no page, nothing is offered that cannot be done', () => {
  expect(written().find('button').exists()).toBe(false)
  expect(written(async () => null, ['/out/ranking.csv']).find('button').exists()).toBe(false)
})
