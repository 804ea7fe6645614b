import { dataHome } from '../compute/runtimeFolder.mjs'

/** The workspace that is used where none is named: $LACUNA_HOME, else the system's place for data. */
export function workspacePath(): string {
  return dataHome()
}
