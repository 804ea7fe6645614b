import { app, dialog, type OpenDialogOptions } from 'electron'
import type { MainWindow } from './mainWindow.ts'
import { screenFor } from './openedFiles.ts'

/** Opens the first of them in the window, and has the system remember it. */
export async function openFiles(window: MainWindow, [file]: string[]): Promise<void> {
  if (!file) return
  app.addRecentDocument(file)
  window.show()
  await window.go(screenFor(file))
}

/** The menu's "Open Folder". */
export async function askAndOpen(window: MainWindow): Promise<void> {
  const options: OpenDialogOptions = { title: 'Choose a folder of images', properties: ['openDirectory'] }
  const { filePaths } = await (window.window ? dialog.showOpenDialog(window.window, options) : dialog.showOpenDialog(options))
  await openFiles(window, filePaths)
}
