import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { reportPage } from '../../main/reports/page/page.ts'
import { sortScript } from '../../main/reports/page/sortScript.ts'
import { madeContent } from './madeReport.ts'

const page = reportPage(madeContent())

/** The page with the one script that its policy knows taken out. */
const withoutOwnScript = (text: string) => text.replace(`<script>${sortScript}</script>`, '')

/** All places of a page that match, short enough for a test's message. */
function found(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index }) =>
    text.slice(index - 20, index + 60),
  )
}

describe('the page', () => {
  test('needs nothing from outside: no address, no script but its own, no link, no import', () => {
    expect(found(/https?:/i, page.replaceAll('http://www.w3.org/', ''))).toEqual([])
    expect(found(/<script|<link|<iframe|@import|url\((?!#)|\son\w+=/i, withoutOwnScript(page))).toEqual([])
    expect(found(/src="(?!data:)/, page)).toEqual([])
  })

  test('runs its own script alone, which its policy knows by its hash', () => {
    const hash = createHash('sha256').update(sortScript).digest('base64')
    expect(page.includes(`; script-src 'sha256-${hash}'; `)).toBe(true)
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  test('forbids itself to load anything, and to run anything else', () => {
    expect(
      page.includes('http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:;'),
      'http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:;',
    ).toBe(true)
  })

  test('has a title, one main heading, and a heading for each section', () => {
    expect(page.slice(0, 60)).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(
      page.includes('<title>Anomalies in fashion sample, Bag held out</title>'),
      '<title>Anomalies in fashion sample, Bag held out</title>',
    ).toBe(true)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page.match(/<h2/g)!.length).toBeGreaterThanOrEqual(7)
  })

  test('uses each id once, and refers only to ids that are there', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const named = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, names]) => names.split(' '))
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
    const drawn = [...page.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(drawn.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('gives every picture a text', () => {
    for (const [tag] of page.matchAll(/<img[^>]*>/g)) expect(tag).toMatch(/alt="[^"]+"/)
    for (const [tag] of page.matchAll(/<svg[^>]*>/g)) expect(tag).toMatch(/role="img"|aria-hidden="true"/)
  })

  test('says so where an original could not be read again', () => {
    expect(page.includes('original<br>not readable'), 'original<br>not readable').toBe(true)
  })

  test('says of scores from elsewhere that they are, and under which name they were imported', () => {
    const content = madeContent()
    const detector = 'imported:PatchCore'
    const view = { ...content.view, detector: null }
    const theirs = reportPage({ ...content, view, input: { ...content.input, detector } })
    expect(theirs.includes('was given a score elsewhere, imported as “PatchCore”')).toBe(true)
    expect(theirs.includes(detector)).toBe(false)
  })

  test('names the seed, the detector, the threshold and the version', () => {
    for (const text of [
      'Closeness to the centre (centre)',
      '>seed</th><td>1<',
      '>3 (default:',
      '>Lacuna</th><td>0.1.0<',
    ]) {
      expect(page.includes(text), text).toBe(true)
    }
  })
})

describe('names from outside', () => {
  const evil = '<script>alert(1)</script>'
  const hostile = reportPage(
    madeContent({
      classNames: [evil, '"onload="x', "'&amp;", 'ok'],
      heldOut: [0],
      dimension: 2,
      file: (i) => `${evil}/${i}"><img src=x onerror=alert(1)>\u202Egnp.exe`,
    }),
  )

  test('stay text, also in charts and attributes', () => {
    expect(found(/<script|<img src=x|" ?onload="/, withoutOwnScript(hostile))).toEqual([])
    expect(
      hostile.includes('&lt;script&gt;alert(1)&lt;/script&gt;'),
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    ).toBe(true)
    expect(hostile.includes('&amp;amp;'), '&amp;amp;').toBe(true)
  })

  test('cannot turn the direction of what stands around them', () => {
    expect(hostile.includes('\u202E'), '\u202E').toBe(false)
    expect(hostile.includes('\\u{202e}gnp.exe'), '\\u{202e}gnp.exe').toBe(true)
  })
})

describe('without anomalies by label', () => {
  const blind = reportPage(madeContent({ labelled: false, heldOut: [] }))

  test('there is no ROC and no AUROC, and the page says why', () => {
    expect(blind.includes('id="roc"'), 'id="roc"').toBe(false)
    expect(blind.includes('>AUROC<'), '>AUROC<').toBe(false)
    expect(blind.includes('cannot be measured'), 'cannot be measured').toBe(true)
  })

  test('the gallery, the histogram and the latent picture are there all the same', () => {
    for (const id of ['top', 'histogram', 'latent'])
      expect(blind.includes(`<h2 id="${id}">`), `<h2 id="${id}">`).toBe(true)
  })
})

test("a page without the engine's summary still has what the scores alone say", () => {
  const content = madeContent()
  const none = {
    project: null,
    version: null,
    created: null,
    imageSet: null,
    trainedOn: null,
    ensemble: null,
    score: null,
    detector: null,
    surroundings: [],
  }
  const bare = reportPage({ ...content, view: none })
  expect(bare.includes('<h2 id="classes">'), '<h2 id="classes">').toBe(true)
  expect(bare.includes('<h2 id="members">'), '<h2 id="members">').toBe(false)
})
