import type { Command } from 'commander'

export interface About {
  /** What the command does, in one line that starts small. */
  summary: string
  /** Whole calls without the program's name. */
  examples: string[]
  /** What `--json` prints, where it is not one document; null where commands of its own have it. */
  json?: string | null
}

/**
 * Adds a command with what every command has: a summary, examples, `--json`, and where to look after wrong
 * usage.
 */
export function defineCommand(parent: Command, usage: string, about: About): Command {
  const command = describe(parent.command(usage), about).option('--json', about.json ?? 'print one JSON document')
  return command.showHelpAfterError(`See "lacuna ${fullName(command)} --help".`)
}

/** Adds a word that commands of their own stand below. */
export function defineGroup(program: Command, name: string, about: Omit<About, 'json'>): Command {
  return describe(program.command(name), about)
}

function describe(command: Command, { summary, examples }: About): Command {
  return command
    .summary(summary)
    .description(`${summary[0].toUpperCase()}${summary.slice(1)}.`)
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ lacuna ${example}`).join('\n')}`)
}

/** `verdicts import` for the command `import` below `verdicts`. */
function fullName(command: Command): string {
  const above = command.parent?.parent ? `${fullName(command.parent)} ` : ''
  return above + command.name()
}
