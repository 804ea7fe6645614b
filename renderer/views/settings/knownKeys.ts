/** What a command is called, under which heading, and the keys that do it: each of them alone. */
export interface KeyBinding { group: string; title: string; keys: string[] }

/** The keys that lists answer to by themselves, wherever the focus is in them. */
export const knownKeys: KeyBinding[] = [
  { group: 'Projects', title: 'Open', keys: ['Enter'] },
  { group: 'Projects', title: 'Another project', keys: ['↑', '↓'] },
  { group: 'Projects', title: 'Rename', keys: ['F2'] },
  { group: 'Projects', title: 'Remove, with an undo', keys: ['Delete'] },
  { group: 'Ranked images', title: 'Another image', keys: ['←', '→', '↑', '↓'] },
  { group: 'Ranked images', title: 'A page of images', keys: ['Page Up', 'Page Down'] },
  { group: 'Ranked images', title: 'First and last', keys: ['Home', 'End'] },
  { group: 'Ranked images', title: 'Close the image', keys: ['Esc'] },
]
