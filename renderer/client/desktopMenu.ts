import type { Command } from '../commands/command.ts'

/** A command as it can be handed on. */
export type MenuCommand = Pick<Command, 'id' | 'title' | 'group'> & { keys: string | null; enabled: boolean }

/** The desktop's menu, and its printing. In a browser there is nothing of it. */
export interface DesktopMenu {
  /** All commands in their order, whenever they have changed. */
  offer(commands: MenuCommand[]): void
  onRun(run: (id: string) => void): void
  /** Asks where to, and writes a page that is a file as a PDF; null where that was given up. */
  printPdf(html: string, paper: 'a4' | 'letter'): Promise<string | null>
}

declare global {
  interface Window { lacunaMenu?: DesktopMenu }
}

export const desktopMenu = (): DesktopMenu | null => window.lacunaMenu ?? null
