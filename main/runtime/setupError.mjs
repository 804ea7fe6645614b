/** A failure of the set-up that its message explains in full: what happened, to what, and what to do. */
export class SetupError extends Error {
  name = 'SetupError'
}
