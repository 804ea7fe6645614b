import path from 'node:path'

/**
 * The folder the user is in. `npm run` changes to the checkout first, and says in INIT_CWD where it came
 * from.
 */
export function callerFolder(env: NodeJS.ProcessEnv = process.env): string {
  return (env.npm_lifecycle_event === 'lacuna' && env.INIT_CWD) || process.cwd()
}

/** A path as the user meant it, made absolute. */
export function absolute(file: string): string {
  return path.resolve(callerFolder(), file)
}
