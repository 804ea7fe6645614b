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
export function defineCommand(program: Command, usage: string, about: About): Command {
  const [name] = usage.split(' ')
  const command = program
    .command(usage)
    .summary(about.summary)
    .description(`${about.summary[0].toUpperCase()}${about.summary.slice(1)}.`)
    .showHelpAfterError(`See "lacuna ${parents(program)}${name} --help".`)
    .addHelpText(
      'after',
      `\nExamples:\n${about.examples.map((example) => `  $ lacuna ${example}`).join('\n')}`,
    )
  return about.json === null ? command : command.option('--json', about.json ?? 'print one JSON document')
}

/** The commands that a command is part of, each with a space behind it; the program itself does not count. */
function parents(command: Command): string {
  return command.parent ? `${parents(command.parent)}${command.name()} ` : ''
}
