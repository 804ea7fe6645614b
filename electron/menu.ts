import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'

/** @param workspace the folder that "Show the Workspace" opens */
export function installMenu(workspace: string): void {
  const isMac = process.platform === 'darwin'
  const file: MenuItemConstructorOptions = { label: '&File', submenu: [
    { label: 'Show the Workspace', click: () => void shell.openPath(workspace) }, { type: 'separator' }, isMac ? { role: 'close' } : { role: 'quit' },
  ] }
  const view: MenuItemConstructorOptions = { label: '&View', submenu: [
    { role: 'reload' }, { type: 'separator' }, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' },
    { type: 'separator' }, { role: 'togglefullscreen' }, { role: 'toggleDevTools' },
  ] }
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [{ label: 'About Lacuna', click: () => app.showAboutPanel() }] }
  const own: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, file, { role: 'editMenu' }, view, { role: 'windowMenu' }, help]))
}
