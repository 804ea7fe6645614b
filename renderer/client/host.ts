/** What only a desktop gives. In a browser there is nothing of it. */
export interface DesktopHost {
  kind: 'electron'
  /** The system's dialog; null where nothing was chosen. */
  chooseFolder(): Promise<string | null>
}

declare global {
  interface Window { lacunaHost?: DesktopHost }
}

export const desktopHost = (): DesktopHost | null => window.lacunaHost ?? null
