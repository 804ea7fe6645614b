import { Notification, powerSaveBlocker } from 'electron'
import type { Job } from '../main/contract/jobs.ts'
import type { Shown } from './jobsWatch.ts'
import type { MainWindow } from './mainWindow.ts'

/** Who waited so long has gone on to something else. */
const longSeconds = 60

/** What the desktop is told while something is computed: progress in the task bar, no sleep, and a word at the end. */
export class DesktopSigns {
  readonly #window: MainWindow
  #blocker: number | null = null

  constructor(window: MainWindow) {
    this.#window = window
  }

  show({ share, running }: Shown): void {
    // Above 1 the bar has no end to it.
    this.#window.window?.setProgressBar(running ? (share ?? 2) : -1)
    if (running) this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else this.#allowSleep()
  }

  /** Nobody needs to be told of what they look at. */
  ended(job: Job, seconds: number): void {
    if (seconds < longSeconds || this.#window.window?.isFocused()) return
    const notification = new Notification(wordsFor(job))
    notification.on('click', () => this.#window.show())
    notification.show()
  }

  #allowSleep(): void {
    if (this.#blocker !== null) powerSaveBlocker.stop(this.#blocker)
    this.#blocker = null
  }
}

export function wordsFor({ title, state, error }: Job): { title: string; body: string } {
  return state === 'done' ? { title: 'Done', body: title } : { title: `Failed: ${title}`, body: error?.message ?? 'Open Lacuna to see why.' }
}
