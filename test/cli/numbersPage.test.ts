import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { lacunaProgram } from '../../main/cli/program.ts'

const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'numbers.md'), 'utf8')
const named = [...new Set([...page.matchAll(/`lacuna ([^`]+)`/g)].map(([, call]) => call))]

/** The command that words begin with, and the words after it. */
function commandOf(words: string[]): { command: Command; rest: string[] } {
  let command: Command = lacunaProgram()
  const rest = [...words]
  for (;;) {
    const next = command.commands.find((one) => one.name() === rest[0])
    if (!next) return { command, rest }
    command = next
    rest.shift()
  }
}

describe('the page of numbers', () => {
  it('names commands', () => expect(named.length).toBeGreaterThan(20))

  it.each(named)('lacuna %s is a command with these options', (call) => {
    const { command, rest } = commandOf(call.split(' '))
    expect(command.parent).not.toBeNull()
    expect(rest.length >= command.registeredArguments.filter(({ required }) => required).length).toBe(true)
    const known = command.options.map(({ long }) => long)
    for (const option of rest.filter((word) => word.startsWith('--'))) expect(known).toContain(option)
    const [first] = command.registeredArguments
    if (first?.argChoices && rest.length > 0) expect(first.argChoices).toContain(rest[0])
  })
})
