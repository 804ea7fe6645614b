import { app, clipboard, dialog } from 'electron'
import { type HostLog, lastLinesOf } from './hostLog.ts'

const lines = 40

/** What somebody who is to help needs to know, and nothing of the images. */
export function diagnostics(log: HostLog, engineLog: string): string {
  const { electron, chrome, node } = process.versions
  return [
    `Lacuna ${app.getVersion()}, ${process.platform} ${process.arch} ${process.getSystemVersion()}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    '', log.file, ...log.lastLines(lines), '', engineLog, ...lastLinesOf(engineLog, lines),
  ].join('\n')
}

/** What nobody foresaw is written down, and told with a way to hand it on. */
export function catchCrashes(log: HostLog, engineLog: string): void {
  const tell = (error: unknown) => void tellOf(error, log, engineLog)
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}

let told = false

/** Once: one failure draws others after it. The engine and what it computes are processes of their own. */
async function tellOf(error: unknown, log: HostLog, engineLog: string): Promise<void> {
  log.write('Something went wrong that should not have.', error)
  if (told) return
  told = true
  await app.whenReady()
  const { response } = await dialog.showMessageBox({
    type: 'error', title: 'Lacuna', message: 'Something went wrong in Lacuna\'s window.',
    detail: `${(error as Error).message}\n\nWhat is being computed goes on. The log is ${log.file}.`,
    buttons: ['Copy Diagnostics', 'Go On'], defaultId: 0, cancelId: 1, noLink: true,
  })
  if (response === 0) clipboard.writeText(diagnostics(log, engineLog))
  told = false
}
