import { ipcMain, type MenuItemConstructorOptions } from 'electron'
import { z } from 'zod'
import { acceleratorOf } from './accelerator.ts'
import { isOwnWindow } from './ownWindow.ts'

/** A command of the window's palette, as it tells of it. */
export const MenuCommand = z.object({ id: z.string(), title: z.string(), group: z.string(), keys: z.string().nullable(), enabled: z.boolean() })
export type MenuCommand = z.infer<typeof MenuCommand>

/** Calls back with all commands whenever what the window offers has changed. */
export function hearCommands(changed: (commands: MenuCommand[]) => void): void {
  ipcMain.on('menu-commands', (event, offered: unknown) => {
    if (isOwnWindow(event)) changed(z.array(MenuCommand).parse(offered))
  })
}

/** A menu for each group, in the order in which they were offered. */
export function commandMenus(commands: MenuCommand[], run: (id: string) => void): MenuItemConstructorOptions[] {
  return Object.entries(Object.groupBy(commands, ({ group }) => group)).map(([group, own]) => ({
    label: group, submenu: own!.map((command) => itemOf(command, run)),
  }))
}

/** Its keys are shown here, and heard by the window: it knows whether one is typing. */
function itemOf({ id, title, keys, enabled }: MenuCommand, run: (id: string) => void): MenuItemConstructorOptions {
  const accelerator = keys ? acceleratorOf(keys) : null
  return { id, label: title, enabled, click: () => run(id), ...(accelerator && { accelerator, registerAccelerator: false }) }
}
