/** No TensorFlow runtime is set up. */
export class RuntimeMissingError extends Error {
  override readonly name = 'RuntimeMissingError'

  constructor(folder: string) {
    super(`There is no TensorFlow runtime in ${folder}: install one in the settings, or by "lacuna runtime install cpu".`)
  }
}

/** A TensorFlow runtime is there, but the system refuses to load it. */
export class RuntimeBrokenError extends Error {
  override readonly name = 'RuntimeBrokenError'

  constructor(folder: string, flavour: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `The TensorFlow runtime in ${folder} cannot be loaded (${reason}): install it anew in the settings, ` +
        `or by "lacuna runtime install ${flavour}".`,
      { cause },
    )
  }
}
