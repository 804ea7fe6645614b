import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const { ensureChromium, chromiumArguments } = await import(
  new URL('../../build/chromium.mjs', import.meta.url).href
)

/** The Chromium of the tests is for Linux on x64 alone. */
export const hasBrowser = process.platform === 'linux' && process.arch === 'x64'

/** Chromium without a display, with its own security in force. */
export async function launchBrowser(args: string[] = chromiumArguments): Promise<Browser> {
  const { executablePath, env } = await ensureChromium()
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
}

/**
 * A window of Lacuna, and what the browser complained of in it: errors, and what the page's policy forbids.
 */
export interface OpenWindow {
  page: Page
  complaints: string[]
  go(address: string): Promise<void>
  close(): Promise<void>
}

export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenWindow> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on(
    'console',
    (message) => void (['error', 'warning'].includes(message.type()) && complaints.push(message.text())),
  )
  page.on('pageerror', (error) => void complaints.push(String(error.stack)))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`The policy forbids ${violatedDirective}: ${blockedURI} in ${sourceFile}`),
    ),
  )
  await page.goto(url)
  return {
    page,
    complaints,
    close: () => context.close(),
    // Only what is behind the hash changes, which alone would load nothing anew.
    go: async (address) => {
      await page.goto(`${new URL(url).origin}/#${address}`)
      await page.reload()
    },
  }
}
