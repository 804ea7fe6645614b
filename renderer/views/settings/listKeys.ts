import type { Command } from '../../commands/command.ts'
import { t } from '../../words/words.ts'

type Keys = Pick<Command, 'title' | 'group' | 'keys'>

/** The keys that lists answer to by themselves, wherever the focus is in them. */
export const listKeys: Keys[] = [
  { group: t('Lists of projects'), title: t('Open'), keys: ['Enter'] },
  { group: t('Lists of projects'), title: t('Another project'), keys: ['ArrowUp', 'ArrowDown'] },
  { group: t('Lists of projects'), title: t('Rename'), keys: ['F2'] },
  { group: t('Lists of projects'), title: t('Remove, with an undo'), keys: ['Delete'] },
  { group: t('Ranked images'), title: t('Another image'), keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { group: t('Ranked images'), title: t('A page of images'), keys: ['PageUp', 'PageDown'] },
  { group: t('Ranked images'), title: t('First and last'), keys: ['Home', 'End'] },
  { group: t('Ranked images'), title: t('Close the image'), keys: ['Escape'] },
]
