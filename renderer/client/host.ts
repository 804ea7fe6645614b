/** What only a desktop gives. In a browser there is nothing of it. */
export interface DesktopHost {
  kind: 'electron'
  /** The system's dialog; null where nothing was chosen. */
  chooseFolder(): Promise<string | null>
  /** A backup to be restored. */
  chooseBackup(): Promise<string | null>
  /** A file that is not there yet, under a name that is proposed. */
  chooseNewFile(name: string): Promise<string | null>
  /** Where a file or folder that was dropped into the window lies. */
  pathOf(file: File): string
}

declare global {
  interface Window { lacunaHost?: DesktopHost }
}

export const desktopHost = (): DesktopHost | null => window.lacunaHost ?? null
