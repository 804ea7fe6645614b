import path from 'node:path'
import type { Store } from '../../store/openStore.ts'

/** Where a member is trained, and where its checkpoint lies until it is done. */
export function memberDirectory(store: Store, key: string): string {
  return path.join(store.workspace, 'work', `member-${key}`)
}
