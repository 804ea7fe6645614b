import { expect, test } from 'vitest'
import { findChromium, usualPlaces } from '../../../main/reports/pdf/findChromium.ts'

test('the program that LACUNA_CHROMIUM names is taken before all others', () => {
  expect(findChromium({ LACUNA_CHROMIUM: '/opt/mine', PATH: '/bin' }, 'linux', () => true)).toBe('/opt/mine')
})

test('no other program stands in for one that LACUNA_CHROMIUM names and that is not there', () => {
  expect(findChromium({ LACUNA_CHROMIUM: '/opt/gone', PATH: '/bin' }, 'linux', (file) => file === '/bin/chromium')).toBeNull()
})

test('Chrome and Edge are found where their installers put them', () => {
  const chrome = '/usr/local/bin/google-chrome'
  expect(findChromium({ PATH: '/bin' }, 'linux', (file) => file === chrome)).toBe(chrome)
  expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' }))
    .toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe')
  expect(usualPlaces('darwin', {})).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
})

test('where there is none, none is named', () => {
  expect(findChromium({ PATH: '/bin' }, 'linux', () => false)).toBeNull()
})
