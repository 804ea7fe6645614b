import { contextBridge, ipcRenderer, webUtils } from 'electron'

// All that the window gets of the desktop (renderer/client/host.ts has its type).
contextBridge.exposeInMainWorld('lacunaHost', {
  kind: 'electron',
  chooseFolder: (): Promise<string | null> => ipcRenderer.invoke('choose-folder'),
  chooseBackup: (): Promise<string | null> => ipcRenderer.invoke('choose-backup'),
  chooseNewFile: (name: string): Promise<string | null> => ipcRenderer.invoke('choose-new-file', name),
  pathOf: (file: Parameters<typeof webUtils.getPathForFile>[0]): string => webUtils.getPathForFile(file),
})
