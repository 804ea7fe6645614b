import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { Updates } from './updates.ts'
import { commandMenus, hearCommands, type MenuCommand } from './menuCommands.ts'

export interface MenuActions {
  openFolder(): unknown
  /** Runs a command of the window's palette. */
  run(id: string): unknown
  copyDiagnostics(): unknown
  updates: Updates
}

/** @param workspace the folder that "Show the Workspace" opens */
export function installMenu(workspace: string, actions: MenuActions): void {
  const install = (commands: MenuCommand[]) => Menu.setApplicationMenu(Menu.buildFromTemplate(template(workspace, actions, commands)))
  install([])
  hearCommands(install)
}

function template(workspace: string, actions: MenuActions, commands: MenuCommand[]): MenuItemConstructorOptions[] {
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const groups = commandMenus(commands, actions.run)
  const all: MenuItemConstructorOptions[] = groups.length > 0 ? [{ id: 'commands', label: '&Commands', submenu: groups }] : []
  return [...own, fileMenu(workspace, actions), { role: 'editMenu' }, viewMenu(), ...all, { role: 'windowMenu' }, helpMenu(actions)]
}

function fileMenu(workspace: string, { openFolder }: MenuActions): MenuItemConstructorOptions {
  const isMac = process.platform === 'darwin'
  const recent: MenuItemConstructorOptions[] = isMac ? [{ role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }] : []
  return { label: '&File', submenu: [
    { label: 'Open Folder …', accelerator: 'CommandOrControl+O', click: () => void openFolder() }, ...recent,
    { label: 'Show the Workspace', click: () => void shell.openPath(workspace) }, { type: 'separator' }, isMac ? { role: 'close' } : { role: 'quit' },
  ] }
}

function viewMenu(): MenuItemConstructorOptions {
  return { label: '&View', submenu: [
    { role: 'reload' }, { type: 'separator' }, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' },
    { type: 'separator' }, { role: 'togglefullscreen' }, { role: 'toggleDevTools' },
  ] }
}

function helpMenu({ copyDiagnostics, updates }: MenuActions): MenuItemConstructorOptions {
  return { role: 'help', submenu: [
    { label: 'Show the Logs', click: () => void shell.openPath(app.getPath('logs')) }, { label: 'Copy Diagnostics', click: () => void copyDiagnostics() },
    { type: 'separator' }, { label: 'Check for Updates …', click: () => void updates.ask() },
    { label: 'Look for Updates Weekly', type: 'checkbox', checked: updates.weekly, click: ({ checked }) => updates.setWeekly(checked) },
    { type: 'separator' }, { label: 'About Lacuna', click: () => app.showAboutPanel() },
  ] }
}
