/** No TensorFlow runtime is set up. */
export class RuntimeMissingError extends Error {
  override readonly name = 'RuntimeMissingError'

  constructor(folder: string) {
    super(`There is no TensorFlow runtime in ${folder}: run "npm run runtime -- cpu" in Lacuna's folder.`)
  }
}

/** A TensorFlow runtime is there, but the system refuses to load it. */
export class RuntimeBrokenError extends Error {
  override readonly name = 'RuntimeBrokenError'

  constructor(folder: string, flavour: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `The TensorFlow runtime in ${folder} cannot be loaded (${reason}): run ` +
        `"npm run runtime -- remove" and "npm run runtime -- ${flavour}" in Lacuna's folder.`,
      { cause },
    )
  }
}
