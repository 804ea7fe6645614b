import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { app, dialog } from 'electron'
import updater from 'electron-updater'
import { z } from 'zod'
import type { HostLog } from './hostLog.ts'

const Kept = z.object({ weekly: z.boolean(), last: z.number() })
type Kept = z.infer<typeof Kept>

const week = 7 * 24 * 3600 * 1000

/** Newer versions: looked for when a person asks, and weekly where they have not turned that off. */
export class Updates {
  readonly #file: string
  readonly #log: HostLog
  #kept: Kept

  /** @param file where it is kept whether and when they were looked for */
  constructor(file: string, log: HostLog) {
    this.#file = file
    this.#log = log
    this.#kept = keptIn(file)
  }

  get weekly(): boolean {
    return this.#kept.weekly
  }

  setWeekly(weekly: boolean): void {
    this.#keep({ ...this.#kept, weekly })
  }

  /** Looks for them where a week has passed. Whether that worked is nobody's concern but the log's. */
  start(now = Date.now()): void {
    if (!hasFeed() || !this.weekly || now - this.#kept.last < week) return
    this.#keep({ ...this.#kept, last: now })
    updater.autoUpdater.logger = null
    updater.autoUpdater.checkForUpdatesAndNotify().catch((error: unknown) => this.#log.write('Updates could not be looked for.', error))
  }

  /** For a person who asked, and who is told in any case. */
  async ask(): Promise<void> {
    const message = hasFeed() ? await this.#found() : 'This Lacuna knows no place where newer versions are.'
    await dialog.showMessageBox({ type: 'info', title: 'Updates', message, detail: `This is Lacuna ${app.getVersion()}.`, noLink: true })
  }

  async #found(): Promise<string> {
    try {
      const result = await updater.autoUpdater.checkForUpdates()
      const isNewer = result?.isUpdateAvailable ?? false
      return isNewer ? `Lacuna ${result!.updateInfo.version} is there. It is fetched, and installed when Lacuna is closed.` : 'This is the newest Lacuna.'
    } catch (error) {
      this.#log.write('Updates could not be looked for.', error)
      return `Updates could not be looked for: ${(error as Error).message.split('\n')[0]}`
    }
  }

  #keep(kept: Kept): void {
    this.#kept = kept
    writeFileSync(this.#file, JSON.stringify(kept))
  }
}

/** electron-builder puts the address of the feed beside the application, where there is one. */
function hasFeed(): boolean {
  return app.isPackaged && existsSync(path.join(process.resourcesPath, 'app-update.yml'))
}

function keptIn(file: string): Kept {
  const kept = Kept.safeParse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
  return kept.success ? kept.data : { weekly: true, last: 0 }
}
