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
  // As a function: the page's policy forbids text that is run.
  const noted = () => (globalThis as { lacunaFirstPicture?: number }).lacunaFirstPicture
  const found = await page.waitForFunction(noted, undefined, { timeout: 120_000 })
  return Number(await found.jsonValue())
}

/**
 * Selects a picture of the list; it is seen when the tile is marked, the facts beside it are of its file's rank, and the
 * ring in the latent picture has moved to its point.
 */
const select = (tile: number) => `(async () => {
  const button = document.querySelectorAll('[role=gridcell] button')[${tile}]
  const rank = /^Rank ([\\d,.]+)/.exec(button.getAttribute('aria-label'))[1]
  const ring = () => document.querySelector('.latent .ring')?.getAttribute('style')
  const before = ring()
  const isSeen = () => button.closest('[role=gridcell]').getAttribute('aria-selected') === 'true'
    && [...document.querySelectorAll('.image dd')].some(({ textContent }) => textContent.startsWith(rank + ' of'))
    && ring() && ring() !== before
  return timed(() => button.click(), isSeen)
})()`

/** Selects a class by its name in the legend; it is seen when the list has it alone and its points are drawn. */
const selectClass = (label: number) => `(async () => {
  const button = document.querySelectorAll('.latent [aria-label^=Classes] button')[${label}]
  const told = () => document.querySelector('.gallery .group')?.textContent
  const before = told()
  return timed(() => button.click(), () => told() && told() !== before)
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

const inPage = async (page: Page, question: string): Promise<number> =>
  Number(await page.evaluate(`(() => { ${timed} return ${question} })()`))

export const selectionTime = (page: Page, tile: number): Promise<number> => inPage(page, select(tile))
export const classTime = (page: Page, label: number): Promise<number> => inPage(page, selectClass(label))
export const filterTime = (page: Page, classes: number): Promise<number> => inPage(page, filter(classes))

/** Milliseconds of each frame while a list is scrolled by two of its heights a second, for so many frames. */
export async function scrolledFrames(page: Page, scroller: string, frames: number): Promise<number[]> {
  return page.evaluate(`(async () => {
    const list = document.querySelector('${scroller}')
    const times = []
    let last = await new Promise(requestAnimationFrame)
    const step = list.clientHeight / 30
    for (let i = 0; i < ${frames}; i++) {
      list.scrollTop += step
      const now = await new Promise(requestAnimationFrame)
      times.push(now - last)
      last = now
    }
    return times
  })()`)
}

/** Whether every picture that was asked for is there: what is out of sight is not asked for. */
export const picturesAreThere = (page: Page): Promise<boolean> =>
  page.evaluate("[...document.images].every(({ complete, loading }) => complete || loading === 'lazy')")

/** What draws WebGL in this browser, by its own name. */
export const glName = (page: Page): Promise<string> => page.evaluate(`(() => {
  const gl = document.createElement('canvas').getContext('webgl2')
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')
  return String(gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER))
})()`)
