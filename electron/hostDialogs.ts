import { dialog, ipcMain, type IpcMainInvokeEvent, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { origin } from './appProtocol.ts'
import type { MainWindow } from './mainWindow.ts'

const backups = [{ name: 'Backups', extensions: ['zip', 'lacuna'] }]

/** What the window may ask of the desktop (preload.ts has the other end). */
export function offerDialogs(window: MainWindow): void {
  answer('choose-folder', () => open(window, { title: 'Choose a folder of images', properties: ['openDirectory'] }))
  answer('choose-backup', () => open(window, { title: 'Choose a backup', properties: ['openFile'], filters: backups }))
  answer('choose-new-file', (name) => save(window, { title: 'Save the backup as', defaultPath: String(name), filters: backups }))
}

function answer(channel: string, ask: (input: unknown) => Promise<string | null>): void {
  ipcMain.handle(channel, (event, input: unknown) => {
    if (!isOwn(event)) throw new Error('Only Lacuna\'s own window may ask for a file.')
    return ask(input)
  })
}

async function open({ window }: MainWindow, options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

async function save({ window }: MainWindow, options: SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return canceled ? null : filePath
}

function isOwn({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`)
}
