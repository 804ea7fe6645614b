/** Why one file, row or record could not become an image. The import lists it and goes on. */
export type ProblemCode =
  | 'empty' // no byte in it
  | 'unreadable' // the system would not hand it out
  | 'missing' // named in a list, but not there
  | 'name' // a name that is no text
  | 'link-loop' // a link to one of its own parents
  | 'broken-link' // a link to nothing
  | 'not-an-image' // some other content under an image's name
  | 'unsupported' // an image of a kind that is not read
  | 'too-large' // more pixels or bytes than the limits allow
  | 'cut-off' // its end is missing
  | 'damaged' // its content contradicts itself
  | 'no-class' // lies beside the class folders
  | 'bad-row' // a row of a list that says nothing useful
  | 'encrypted' // locked inside an archive

export interface Problem {
  /** Relative to the source, as in the rows of images. */
  path: string
  code: ProblemCode
  /** One plain sentence. */
  message: string
}

/** Thrown while one image is read; `importImages` turns it into a `Problem` with the image's path. */
export class PictureProblem extends Error {
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string) {
    super(message)
    this.name = 'PictureProblem'
    this.code = code
  }
}

/** The whole import cannot go on (or start). `message` says what happened and where, `hint` what to do. */
export class ImportError extends Error {
  readonly code: string
  readonly hint: string

  constructor(code: string, message: string, hint: string) {
    super(message)
    this.name = 'ImportError'
    this.code = code
    this.hint = hint
  }
}

const SYSTEM: Record<string, [ProblemCode, string]> = {
  EACCES: ['unreadable', 'It may not be read: permission denied.'],
  EPERM: ['unreadable', 'It may not be read: permission denied.'],
  EIO: ['unreadable', 'The disk reported an error while it was read.'],
  EISDIR: ['unreadable', 'It is a folder, not a file.'],
  ENOENT: ['missing', 'There is no such file.'],
  ENOTDIR: ['missing', 'There is no such file.'],
  ELOOP: ['link-loop', 'It is a link that leads back to itself.'],
  ENAMETOOLONG: ['name', 'Its name is too long for this system.'],
}

const NO_TEXT = 'Its name is not valid text (it was perhaps written on another system). Rename it.'

/**
 * The problem behind a failed read: a `PictureProblem` as it is, a system error in plain words.
 * Anything else is a mistake of ours and is thrown on.
 */
export function toProblem(path: string, error: unknown): Problem {
  if (error instanceof PictureProblem) return { path, code: error.code, message: error.message }
  const system = SYSTEM[(error as NodeJS.ErrnoException).code ?? '']
  if (!system) throw error
  if (system[0] === 'missing' && path.includes('\uFFFD')) return { path, code: 'name', message: NO_TEXT }
  return { path, code: system[0], message: system[1] }
}

const UNREADABLE: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk reported an error',
  ENOENT: 'it is not there',
  EROFS: 'the disk can only be read',
}

/** What ended a whole import: a system error in plain words, anything else as it is. */
export function toImportError(error: unknown): unknown {
  const { code = '', path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const what = 'There is no room left on the disk for the imported images.'
    return new ImportError('disk-full', what, 'Make room and import again.')
  }
  if (!path || !(code in UNREADABLE)) return error
  const what = `${path} cannot be used: ${UNREADABLE[code]}.`
  return new ImportError('unreadable', what, 'Check the path and its permissions.')
}
