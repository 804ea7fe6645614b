import { t } from '../../../words/words.ts'

/** A kind of problem: what it is called, what it means, and what to do about it. */
export interface ProblemKind { title: string; meaning: string; remedy: string }

const again = t('Then import the folder again.')

/** By the codes of an import (`main/datasets/problems.ts`). */
const kinds: Record<string, ProblemKind> = {
  empty: {
    title: t('Empty files'), meaning: t('There is not one byte in them: a copy or a camera was interrupted.'),
    remedy: `${t('Copy them once more from where they came.')} ${again}`,
  },
  unreadable: {
    title: t('Not readable'), meaning: t('The system does not hand them out.'),
    remedy: `${t('Give yourself the right to read them, or look after the disk.')} ${again}`,
  },
  missing: {
    title: t('Missing'), meaning: t('The list names them, but there is no such file.'),
    remedy: `${t('Put the files there, or take their rows out of the list.')} ${again}`,
  },
  name: {
    title: t('Unusable names'), meaning: t('Their names are no valid text, or too long for this system.'),
    remedy: `${t('Rename them.')} ${again}`,
  },
  'link-loop': {
    title: t('Links in a circle'), meaning: t('They are links that lead back to a folder they lie in.'),
    remedy: t('Remove the links; nothing is lost by leaving them out.'),
  },
  'broken-link': {
    title: t('Broken links'), meaning: t('They are links to files that are not there.'),
    remedy: `${t('Connect the drive that they point to, or copy the files themselves.')} ${again}`,
  },
  'not-an-image': {
    title: t('Not images'), meaning: t('Something else is stored under the name of an image.'),
    remedy: t('Remove them, or give them the ending of what they are; otherwise leave them out.'),
  },
  unsupported: {
    title: t('Kinds that are not read'), meaning: t('They are images of a kind that Lacuna does not read.'),
    remedy: `${t('Convert them to PNG, TIFF or JPEG.')} ${again}`,
  },
  'too-large': {
    title: t('Too large'), meaning: t('They have more pixels or bytes than is safe to decode.'),
    remedy: `${t('Shrink them, or cut them into tiles.')} ${again}`,
  },
  'cut-off': {
    title: t('Cut off'), meaning: t('Their end is missing: a download or copy was interrupted.'),
    remedy: `${t('Copy them once more from where they came.')} ${again}`,
  },
  damaged: {
    title: t('Damaged'), meaning: t('Their content contradicts itself, so that the pixels cannot be trusted.'),
    remedy: `${t('Copy them once more from where they came, or take them out.')} ${again}`,
  },
  'no-class': {
    title: t('Without a class folder'),
    meaning: t('They lie beside the class folders, so it is not known what they are.'),
    remedy: `${t('Move each into the folder of its class.')} ${again}`,
  },
  'bad-row': {
    title: t('Rows that say nothing'), meaning: t('Rows of the list lack a path, or give a split that there is not.'),
    remedy: `${t('Correct the rows; a split is train, validation or test.')} ${again}`,
  },
  encrypted: {
    title: t('Locked'), meaning: t('They are locked with a password inside the archive.'),
    remedy: t('Unpack the archive with the password, and import the folder.'),
  },
}

/** A code that is not known here still has a name. */
export function problemKind(code: string): ProblemKind {
  return kinds[code] ?? { title: code, meaning: t('The import could not use them.'), remedy: t('Each says why.') }
}
