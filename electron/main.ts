import './olderNode.ts'
import { app, dialog } from 'electron'
import { hostPaths } from './hostPaths.ts'
import { registerScheme, serveApp } from './appProtocol.ts'
import { EngineLink } from './engineLink.ts'
import { offerDialogs } from './hostDialogs.ts'
import { installMenu } from './menu.ts'
import { forbidAll } from './permissions.ts'
import { QuitPlan } from './quit.ts'
import { MainWindow } from './mainWindow.ts'

// The desktop host: a window on the engine. One a workspace: its own data lie in the workspace, and so does its lock.
const paths = hostPaths(app.isPackaged ? process.resourcesPath : null)
app.setName('Lacuna')
app.setPath('userData', paths.windowData)
registerScheme()

// Not awaited at the top: Electron is ready only once this module has run to its end.
if (app.requestSingleInstanceLock()) void run().catch(fail)
else {
  process.stdout.write('Lacuna is open already: its window comes to the front.\n')
  app.quit()
}

async function run(): Promise<void> {
  const link = new EngineLink(paths)
  const window = new MainWindow(paths.preload)
  const quit = new QuitPlan(link, window)
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  // Without this Electron would end with the last window, on macOS too.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', (event) => quit.hear(event))
  process.on('SIGINT', () => quit.atOnce()).on('SIGTERM', () => quit.atOnce()).on('SIGHUP', () => quit.atOnce())
  await app.whenReady()
  forbidAll()
  serveApp(link)
  offerDialogs(window)
  installMenu(paths.workspace)
  window.show()
  await window.enter()
}

/** What is of Lacuna's own making has a sentence; anything else is shown as it is, since nobody else will. */
function fail(error: unknown): void {
  dialog.showErrorBox('Lacuna cannot open its window', (error as Error).message)
  app.exit(1)
}
