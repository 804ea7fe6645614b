import { dialog, ipcMain, type IpcMainInvokeEvent, type OpenDialogOptions } from 'electron'
import { origin } from './appProtocol.ts'
import type { MainWindow } from './mainWindow.ts'

/** What the window may ask of the desktop (preload.ts has the other end). */
export function offerDialogs(window: MainWindow): void {
  ipcMain.handle('choose-folder', async (event): Promise<string | null> => {
    if (!isOwn(event)) throw new Error('Only Lacuna\'s own window may ask for a folder.')
    const options: OpenDialogOptions = { title: 'Choose a folder of images', properties: ['openDirectory'] }
    const { canceled, filePaths } = await (window.window ? dialog.showOpenDialog(window.window, options) : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  })
}

function isOwn({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`)
}
