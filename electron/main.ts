import './olderNode.ts'
import path from 'node:path'
import { app, clipboard, dialog } from 'electron'
import { registerScheme, serveApp } from './appProtocol.ts'
import { catchCrashes, diagnostics } from './crash.ts'
import { DesktopSigns } from './desktopSigns.ts'
import { EngineLink } from './engineLink.ts'
import { offerDialogs } from './hostDialogs.ts'
import { HostLog } from './hostLog.ts'
import { hostPaths } from './hostPaths.ts'
import { JobsWatch } from './jobsWatch.ts'
import { MainWindow } from './mainWindow.ts'
import { installMenu } from './menu.ts'
import { filesAmong } from './openedFiles.ts'
import { askAndOpen, openFiles } from './openFiles.ts'
import { forbidAll } from './permissions.ts'
import { offerPrinting } from './printPdf.ts'
import { QuitPlan } from './quit.ts'
import { Revival } from './revival.ts'
import { Updates } from './updates.ts'
import { WindowState } from './windowState.ts'

// The desktop host: a window on the engine. One a workspace: its own data lie in the workspace, and so does its lock.
const paths = hostPaths(app.isPackaged ? process.resourcesPath : null)
app.setName('Lacuna')
app.setPath('userData', paths.windowData)
registerScheme()
const asked = { files: filesAmong(process.argv.slice(1), process.cwd(), import.meta.filename) }

// Not awaited at the top: Electron is ready only once this module has run to its end.
if (app.requestSingleInstanceLock(asked)) void run().catch(fail)
else {
  process.stdout.write('Lacuna is open already: its window comes to the front.\n')
  app.quit()
}

async function run(): Promise<void> {
  const log = new HostLog(app.getPath('logs'))
  catchCrashes(log, paths.engineLog)
  const link = new EngineLink(paths)
  const window = new MainWindow(paths.preload, new WindowState(path.join(paths.windowData, 'window.json')), new Revival(log))
  listen(window, new QuitPlan(link, window))
  await app.whenReady()
  log.write(`Lacuna ${app.getVersion()} opens its window.`)
  forbidAll()
  serveApp(link)
  offerDialogs(window)
  offerPrinting(window)
  installMenu(paths.workspace, menuActions(window, log))
  window.show()
  await openFiles(window, asked.files)
  await window.enter()
  watchJobs(window, link, log)
}

function watchJobs(window: MainWindow, link: EngineLink, log: HostLog): void {
  const signs = new DesktopSigns(window)
  const watch = new JobsWatch((shown) => signs.show(shown), (job, seconds) => signs.ended(job, seconds))
  void watch.follow(link, (error) => log.write('The engine\'s events broke off.', error))
}

function listen(window: MainWindow, quit: QuitPlan): void {
  app.on('second-instance', (_event, _args, _folder, given) => {
    window.show()
    void openFiles(window, (given as typeof asked).files)
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    void app.whenReady().then(() => openFiles(window, [file]))
  })
  app.on('activate', () => window.show())
  // Without this Electron would end with the last window, on macOS too.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', (event) => quit.hear(event))
  process.on('SIGINT', () => quit.atOnce()).on('SIGTERM', () => quit.atOnce()).on('SIGHUP', () => quit.atOnce())
}

function menuActions(window: MainWindow, log: HostLog) {
  const updates = new Updates(path.join(paths.windowData, 'updates.json'), log)
  updates.start()
  return {
    openFolder: () => askAndOpen(window), run: (id: string) => window.window?.webContents.send('menu-run', id),
    copyDiagnostics: () => clipboard.writeText(diagnostics(log, paths.engineLog)), updates,
  }
}

/** What is of Lacuna's own making has a sentence; anything else is shown as it is, since nobody else will. */
function fail(error: unknown): void {
  dialog.showErrorBox('Lacuna cannot open its window', (error as Error).message)
  app.exit(1)
}
