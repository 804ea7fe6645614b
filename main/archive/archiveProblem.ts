/** Why an archive is not read or written: a sentence, and what to do. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem'
  readonly code = 'ARCHIVE'
  readonly hint: string | null

  constructor(message: string, hint: string | null = null) {
    super(message)
    this.hint = hint
  }
}
