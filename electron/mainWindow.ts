import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron'
import { origin } from './appProtocol.ts'
import { startingPath } from './placeholders.ts'
import { Revival } from './revival.ts'
import type { WindowState } from './windowState.ts'

/** The one window. It shows first that Lacuna starts, and then Lacuna. */
export class MainWindow {
  readonly #preload: string
  readonly #state: WindowState
  readonly #revival: Revival
  #window: BrowserWindow | null = null
  #starting: Promise<void> = Promise.resolve()
  #page = startingPath
  #place = ''

  constructor(preload: string, state: WindowState, revival: Revival) {
    this.#preload = preload
    this.#state = state
    this.#revival = revival
  }

  get window(): BrowserWindow | null {
    return this.#window
  }

  /** Brings the window to the front; opens it where it was closed. */
  show(): void {
    const window = (this.#window ??= this.#open())
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  /** Shows a place inside Lacuna: at once, or as soon as the engine answers. */
  async go(place: string): Promise<void> {
    if (this.#page === startingPath) this.#place = place
    else await this.#window?.loadURL(`${origin}/${place}`)
  }

  /** From the page that says that Lacuna starts to Lacuna itself; the first one stays until the engine answers. */
  async enter(): Promise<void> {
    await this.#starting
    this.#page = '/'
    await this.#window?.loadURL(`${origin}/${this.#place}`)
  }

  #open(): BrowserWindow {
    const kept = this.#state.read()
    const window = new BrowserWindow({
      ...(kept ?? { width: 1280, height: 820 }), minWidth: 720, minHeight: 480, title: 'Lacuna',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#141414' : '#ffffff',
      webPreferences: {
        preload: this.#preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false,
      },
    })
    if (kept?.maximized) window.maximize()
    this.#state.follow(window)
    this.#revival.watch(window.webContents)
    window.on('close', (event) => this.#close(event))
    window.on('closed', () => {
      this.#window = null
    })
    confine(window.webContents)
    this.#starting = window.loadURL(`${origin}${this.#page}`)
    return window
  }

  /** The last window is Lacuna, but on macOS, where programs stay; it may turn out that it stays open. */
  #close(event: { preventDefault(): void }): void {
    if (process.platform === 'darwin') return
    event.preventDefault()
    app.quit()
  }
}

/** The window shows Lacuna's own pages and nothing else, and opens no other windows. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
