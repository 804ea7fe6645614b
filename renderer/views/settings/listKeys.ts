import type { Command } from '../../commands/command.ts'

type Keys = Pick<Command, 'title' | 'group' | 'keys'>

/** The keys that lists answer to by themselves, wherever the focus is in them. */
export const listKeys: Keys[] = [
  { group: 'Lists of projects', title: 'Open', keys: ['Enter'] },
  { group: 'Lists of projects', title: 'Another project', keys: ['ArrowUp', 'ArrowDown'] },
  { group: 'Lists of projects', title: 'Rename', keys: ['F2'] },
  { group: 'Lists of projects', title: 'Remove, with an undo', keys: ['Delete'] },
  { group: 'Ranked images', title: 'Another image', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { group: 'Ranked images', title: 'A page of images', keys: ['PageUp', 'PageDown'] },
  { group: 'Ranked images', title: 'First and last', keys: ['Home', 'End'] },
  { group: 'Ranked images', title: 'Close the image', keys: ['Escape'] },
]
