import { expect, onTestFinished, test, vi } from 'vitest'
import { foundCommands, isPressed, keyNames, type Pressed } from '../../../renderer/commands/command.ts'

const nothing: Pressed = { key: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({ ...nothing, key, ...more })

test('Mod is Ctrl, and Command on a Mac', () => {
  expect(isPressed('Mod+K', pressed('k', { ctrlKey: true }), false)).toBe(true)
  expect(isPressed('Mod+K', pressed('k', { metaKey: true }), true)).toBe(true)
  expect(isPressed('Mod+K', pressed('k', { ctrlKey: true }), true)).toBe(false)
  expect(isPressed('Mod+K', pressed('k', { metaKey: true }), false)).toBe(false)
})

test('a letter with another modifier is another key, a sign is itself however it is typed', () => {
  expect(isPressed('s', pressed('s'), false)).toBe(true)
  expect(isPressed('s', pressed('S', { shiftKey: true }), false)).toBe(false)
  expect(isPressed('s', pressed('s', { ctrlKey: true }), false)).toBe(false)
  expect(isPressed('s', pressed('s', { altKey: true }), false)).toBe(false)
  expect(isPressed('Mod+Shift+Z', pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(isPressed('Mod+Z', pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(isPressed('?', pressed('?', { shiftKey: true }), false)).toBe(true)
  expect(isPressed('?', pressed('?'), false)).toBe(true)
  expect(isPressed('+', pressed('+', { shiftKey: true }), false)).toBe(true)
})

test('keys are written as they stand on the keyboard', () => {
  expect(keyNames('Mod+K', false)).toEqual(['Ctrl', 'K'])
  expect(keyNames('Mod+Shift+ArrowUp', true)).toEqual(['⌘', '⇧', '↑'])
  expect(keyNames('+', false)).toEqual(['+'])
  expect(keyNames('Mod++', false)).toEqual(['Ctrl', '+'])
})

test('a command is found by any of its words, those that begin so first', () => {
  const commands = [
    { title: 'Show all keys', group: 'General' },
    { title: 'Light', group: 'Colours' },
    { title: 'Keep the threshold', group: 'Threshold' },
  ]
  const titles = (text: string) => foundCommands(commands, text).map(({ title }) => title)
  expect(titles('ke')).toEqual(['Keep the threshold', 'Show all keys'])
  expect(titles('col li')).toEqual(['Light'])
  expect(titles('')).toHaveLength(3)
  expect(titles('nothing of this')).toEqual([])
})

test('keys of a German keyboard are written as they stand on it', async () => {
  localStorage.setItem('language', 'de')
  onTestFinished(() => localStorage.clear())
  vi.resetModules()
  const german = await import('../../../renderer/commands/command.ts')
  expect(german.keyNames('Mod+Delete', false)).toEqual(['Strg', 'Entf'])
  expect(german.keyNames('Mod+Shift+ArrowUp', true)).toEqual(['⌘', '⇧', '↑'])
})
