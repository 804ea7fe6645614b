import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const Kept = z.object({ x: z.int(), y: z.int(), width: z.int().min(720), height: z.int().min(480), maximized: z.boolean() })
type Kept = z.infer<typeof Kept>

/** The window moves and grows in many small steps, of which the last counts. */
const pause = 400

/** Keeps the window's size, its place, and whether it is maximized, from one start to the next. */
export class WindowState {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Where the window was; null where that is not known, or on no screen any more. */
  read(): Kept | null {
    const kept = Kept.safeParse(contentOf(this.#file))
    if (!kept.success) return null
    return screen.getAllDisplays().some(({ workArea }) => shares(workArea, kept.data)) ? kept.data : null
  }

  follow(window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => this.#write(window), pause)
    }
    window.on('resize', soon).on('move', soon).on('maximize', soon).on('unmaximize', soon)
    window.on('closed', () => clearTimeout(timer))
  }

  #write(window: BrowserWindow): void {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    mkdirSync(path.dirname(this.#file), { recursive: true })
    const state: Kept = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    writeFileSync(`${this.#file}.next`, JSON.stringify(state))
    renameSync(`${this.#file}.next`, this.#file)
  }
}

/** Enough of it that it can be taken hold of. */
function shares(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const across = Math.min(area.x + area.width, x + width) - Math.max(area.x, x)
  const down = Math.min(area.y + area.height, y + height) - Math.max(area.y, y)
  return across >= 100 && down >= 50
}

/** A file that is missing or damaged tells nothing. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
