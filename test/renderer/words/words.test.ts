import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

afterEach(() => localStorage.clear())

describe('in English', () => {
  test('a sentence is itself, dots and brackets and all', async () => {
    const { t } = await wordsIn(null)
    expect(t('What (e.g. this) … is "it"?')).toBe('What (e.g. this) … is "it"?')
  })

  test('a number chooses between both forms, and is written as the locale does', async () => {
    const { t } = await wordsIn(null)
    expect([0, 1, 1200].map((n) => t('{n} image | {n} images', n))).toEqual(['0 images', '1 image', '1,200 images'])
  })

  test('what stands in a value is never read as a form of a sentence', async () => {
    const { t } = await wordsIn(null)
    expect(t('{n} of {name}', 2, { name: 'x @ y | z {q}' })).toBe('2 of x @ y | z {q}')
  })
})

describe('in German', () => {
  beforeEach(() => vi.resetModules())

  test('a sentence is that of the catalogue, and its numbers are German', async () => {
    const { t } = await wordsIn('de')
    expect([t('Cancel'), t('{n} image | {n} images', 1200)]).toEqual(['Abbrechen', '1.200 Bilder'])
  })

  test('what the catalogue lacks is said in English', async () => {
    const { t } = await wordsIn('de')
    expect(t('{n} unheard of thing | {n} unheard of things', 2)).toBe('2 unheard of things')
  })
})

async function wordsIn(language: string | null) {
  if (language) localStorage.setItem('language', language)
  vi.resetModules()
  return import('../../../renderer/words/words.ts')
}
