import { Notification, powerSaveBlocker } from 'electron'
import type { Job } from '../main/contract/jobs.ts'
import { endNotice } from './endNotice.ts'
import type { Shown } from './jobsWatch.ts'
import type { MainWindow } from './mainWindow.ts'

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

  ended(job: Job, seconds: number): void {
    const words = endNotice(job, seconds, this.#window.window?.isFocused() ?? false)
    if (!words) return
    const notification = new Notification(words)
    notification.on('click', () => this.#window.show())
    notification.show()
  }

  #allowSleep(): void {
    if (this.#blocker !== null) powerSaveBlocker.stop(this.#blocker)
    this.#blocker = null
  }
}
