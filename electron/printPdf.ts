import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, dialog, ipcMain, type SaveDialogOptions, session } from 'electron'
import type { MainWindow } from './mainWindow.ts'
import { isOwnWindow } from './ownWindow.ts'

/** The window asks for a report's page as a PDF on some paper; where it is written to, a person says. */
export function offerPrinting(window: MainWindow): void {
  ipcMain.handle('print-pdf', async (event, page: unknown, paper: unknown): Promise<string | null> => {
    if (!isOwnWindow(event)) throw new Error('Only Lacuna\'s own window may print.')
    const html = String(page)
    if (!/\.html?$/i.test(html) || !existsSync(html)) throw new Error(`${html} is no page that is there.`)
    const out = await askWhere(window, html.replace(/\.html?$/i, '.pdf'))
    if (out) await writeFile(out, await pdfOf(html, paper === 'letter' ? 'Letter' : 'A4'))
    return out
  })
}

async function askWhere({ window }: MainWindow, defaultPath: string): Promise<string | null> {
  const options: SaveDialogOptions = { title: `Save ${path.basename(defaultPath)}`, defaultPath, filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return canceled ? null : filePath
}

/** By a page that nobody sees, runs no script, and reaches nothing but files. */
async function pdfOf(html: string, pageSize: 'A4' | 'Letter'): Promise<Uint8Array> {
  const own = session.fromPartition('print')
  own.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => answer({ cancel: !/^(file|data|blob):/.test(url) }))
  const hidden = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false } })
  try {
    await hidden.loadURL(pathToFileURL(html).href)
    return await hidden.webContents.printToPDF({
      printBackground: true, preferCSSPageSize: true, pageSize, generateTaggedPDF: true, generateDocumentOutline: true,
    })
  } finally {
    hidden.destroy()
  }
}
