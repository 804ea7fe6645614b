import { type Language, language } from '../words/language.ts'

/** Something that a person can ask for by a key, in the palette, or in the desktop's menu. */
export interface Command {
  /** Stays the same: key bindings are kept under it. */
  id: string
  title: string
  /** Under which heading it stands. */
  group: string
  /** `Mod` is Ctrl, or Command on a Mac: `Mod+K`, `Shift+ArrowDown`, `s`, `?`. */
  keys?: string[]
  /** By its keys and in the sheet alone: there is nothing to choose it by in a list. */
  hidden?: boolean
  enabled?: boolean
  run(): unknown
}

/** What was pressed, as a key event has it. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * Whether what was pressed is a command's keys. A sign such as `?` is itself, whatever it takes to type it.
 * @param isMac whether Mod is Command
 */
export function isPressed(keys: string, pressed: Pressed, isMac: boolean): boolean {
  const parts = keys.split('+')
  const key = parts.pop() || '+'
  const wants = (name: string) => parts.includes(name)
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey
  const other = isMac ? pressed.ctrlKey : pressed.metaKey
  if (key.toLowerCase() !== pressed.key.toLowerCase() || other) return false
  if (wants('Mod') !== mod || wants('Alt') !== pressed.altKey) return false
  return isSign(key) || wants('Shift') === pressed.shiftKey
}

const isSign = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase()

const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }
/** What is on a language's keyboards is no sentence: `Delete` is a key here, and a deed elsewhere. */
const namesIn: Record<Language, Record<string, string>> = {
  en: { ...arrows, Mod: 'Ctrl', Escape: 'Esc', ' ': 'Space', PageUp: 'Page Up', PageDown: 'Page Down' },
  de: {
    ...arrows, Mod: 'Strg', Shift: 'Umschalt', Escape: 'Esc', ' ': 'Leertaste', Enter: 'Eingabe', Delete: 'Entf',
    PageUp: 'Bild ↑', PageDown: 'Bild ↓', Home: 'Pos1', End: 'Ende',
  },
}
const names = namesIn[language]
const macNames: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** The keys one by one, as they are written on the keyboard. */
export function keyNames(keys: string, isMac: boolean): string[] {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+')
  return parts.map((part) => {
    if (isMac && macNames[part]) return macNames[part]
    return names[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
}

/**
 * The commands whose title or group has all the words, in their order; those whose title begins with the text first.
 */
export function foundCommands<C extends Pick<Command, 'title' | 'group'>>(commands: C[], text: string): C[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter(({ title, group }) => {
    const whole = `${group} ${title}`.toLowerCase()
    return words.every((word) => whole.includes(word))
  })
  const begins = ({ title }: C) => Number(!title.toLowerCase().startsWith(text.trim().toLowerCase()))
  return found.toSorted((a, b) => begins(a) - begins(b))
}
