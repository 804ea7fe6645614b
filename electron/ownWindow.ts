import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { origin } from './appProtocol.ts'

/** Whether Lacuna's own page asks, and no frame inside it. */
export function isOwnWindow({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`)
}
