import { contextBridge, ipcRenderer } from 'electron'
import type { MenuCommand } from './menuCommands.ts'

// The window's end of the desktop's menu, and of printing (renderer/client/desktopMenu.ts has its type).
contextBridge.exposeInMainWorld('lacunaMenu', {
  offer: (commands: MenuCommand[]): void => ipcRenderer.send('menu-commands', commands),
  onRun: (run: (id: string) => void): void => void ipcRenderer.on('menu-run', (_event, id: string) => run(id)),
  printPdf: (html: string, paper: 'a4' | 'letter'): Promise<string | null> => ipcRenderer.invoke('print-pdf', html, paper),
})
