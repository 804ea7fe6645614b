import { contextBridge, ipcRenderer } from 'electron'

// All that the window gets of the desktop (renderer/client/host.ts has its type).
contextBridge.exposeInMainWorld('lacunaHost', {
  kind: 'electron',
  chooseFolder: (): Promise<string | null> => ipcRenderer.invoke('choose-folder'),
})
