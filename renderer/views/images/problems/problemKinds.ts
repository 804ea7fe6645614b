/** A kind of problem: what it is called, what it means, and what to do about it. */
export interface ProblemKind { title: string; meaning: string; remedy: string }

const again = 'Then import the folder again.'

/** By the codes of an import (`main/datasets/problems.ts`). */
const kinds: Record<string, ProblemKind> = {
  empty: {
    title: 'Empty files', meaning: 'There is not one byte in them: a copy or a camera was interrupted.',
    remedy: `Copy them once more from where they came. ${again}`,
  },
  unreadable: {
    title: 'Not readable', meaning: 'The system does not hand them out.',
    remedy: `Give yourself the right to read them, or look after the disk. ${again}`,
  },
  missing: {
    title: 'Missing', meaning: 'The list names them, but there is no such file.',
    remedy: `Put the files there, or take their rows out of the list. ${again}`,
  },
  name: {
    title: 'Unusable names', meaning: 'Their names are no valid text, or too long for this system.',
    remedy: `Rename them. ${again}`,
  },
  'link-loop': {
    title: 'Links in a circle', meaning: 'They are links that lead back to a folder they lie in.',
    remedy: 'Remove the links; nothing is lost by leaving them out.',
  },
  'broken-link': {
    title: 'Broken links', meaning: 'They are links to files that are not there.',
    remedy: `Connect the drive that they point to, or copy the files themselves. ${again}`,
  },
  'not-an-image': {
    title: 'Not images', meaning: 'Something else is stored under the name of an image.',
    remedy: 'Remove them, or give them the ending of what they are; otherwise leave them out.',
  },
  unsupported: {
    title: 'Kinds that are not read', meaning: 'They are images of a kind that Lacuna does not read.',
    remedy: `Convert them to PNG, TIFF or JPEG. ${again}`,
  },
  'too-large': {
    title: 'Too large', meaning: 'They have more pixels or bytes than is safe to decode.',
    remedy: `Shrink them, or cut them into tiles. ${again}`,
  },
  'cut-off': {
    title: 'Cut off', meaning: 'Their end is missing: a download or copy was interrupted.',
    remedy: `Copy them once more from where they came. ${again}`,
  },
  damaged: {
    title: 'Damaged', meaning: 'Their content contradicts itself, so that the pixels cannot be trusted.',
    remedy: `Copy them once more from where they came, or take them out. ${again}`,
  },
  'no-class': {
    title: 'Without a class folder', meaning: 'They lie beside the class folders, so it is not known what they are.',
    remedy: `Move each into the folder of its class. ${again}`,
  },
  'bad-row': {
    title: 'Rows that say nothing', meaning: 'Rows of the list lack a path, or give a split that there is not.',
    remedy: `Correct the rows; a split is train, validation or test. ${again}`,
  },
  encrypted: {
    title: 'Locked', meaning: 'They are locked with a password inside the archive.',
    remedy: 'Unpack the archive with the password, and import the folder.',
  },
}

/** A code that is not known here still has a name. */
export function problemKind(code: string): ProblemKind {
  return kinds[code] ?? { title: code, meaning: 'The import could not use them.', remedy: 'Each says why.' }
}
