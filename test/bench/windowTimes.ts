import type { Page } from 'playwright-core'

/** Notes in the page when the latent picture is drawn and the first pictures of the list are there, from its start. */
const noteFirst = `
  const look = () => {
    const picture = document.querySelector('[role=gridcell] img')
    const isThere = document.querySelector('.latent canvas') && picture?.complete && picture.naturalWidth > 0
    if (isThere) window.lacunaFirstPicture = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`

export const noteFirstPicture = (page: Page): Promise<unknown> => page.addInitScript(noteFirst)

/** Milliseconds from the page's start, once it is there. */
export async function firstPicture(page: Page): Promise<number> {
  const found = await page.waitForFunction('window.lacunaFirstPicture', undefined, { timeout: 120_000 })
  return Number(await found.jsonValue())
}

/** Selects a picture of the list; it is seen when the tile is marked, and the facts beside it are of its file's rank. */
const select = (tile: number) => `(async () => {
  const button = document.querySelectorAll('[role=gridcell] button')[${tile}]
  const rank = /^Rank ([\\d,.]+)/.exec(button.getAttribute('aria-label'))[1]
  const isSeen = () => button.closest('[role=gridcell]').getAttribute('aria-selected') === 'true'
    && [...document.querySelectorAll('.image dd')].some(({ textContent }) => textContent.startsWith(rank + ' of'))
  return timed(() => button.click(), isSeen)
})()`

/** Filters by so many classes, in the address as the filter does; it is seen when another number of images is told. */
const filter = (classes: number) => `(async () => {
  const words = () => document.querySelector('[aria-label=Filter] [aria-live]')?.textContent
  const before = words()
  const [path, query] = location.hash.split('?')
  const next = new URLSearchParams(query)
  next.set('filter', 'class:${Array.from({ length: classes }, (_, i) => i).join('.')}')
  return timed(() => (location.hash = path + '?' + next), () => words() !== before)
})()`

/** Milliseconds from a deed to the frame after which all of it is seen. */
const timed = `const timed = (act, isSeen) => new Promise((resolve) => {
  const begun = performance.now()
  act()
  const look = () => (isSeen() ? resolve(performance.now() - begun) : requestAnimationFrame(look))
  requestAnimationFrame(look)
});`

export const selectionTime = async (page: Page, tile: number): Promise<number> =>
  Number(await page.evaluate(`(() => { ${timed} return ${select(tile)} })()`))

export const filterTime = async (page: Page, classes: number): Promise<number> =>
  Number(await page.evaluate(`(() => { ${timed} return ${filter(classes)} })()`))
