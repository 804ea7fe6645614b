import type { Command } from 'commander'

export interface About {
  /** What the command does, in one line that starts small. */
  summary: string
  /** Whole calls without the program's name. */
  examples: string[]
  /** What `--json` prints, where it is not one document. */
  json?: string
}

/**
 * Adds a command with what every command has: a summary, examples, `--json`, and where to look after wrong
 * usage.
 */
export function defineCommand(program: Command, usage: string, about: About): Command {
  const own = usage.split(' ')[0]
  const name = program.parent ? `${program.name()} ${own}` : own
  return program
    .command(usage)
    .summary(about.summary)
    .description(`${about.summary[0].toUpperCase()}${about.summary.slice(1)}.`)
    .option('--json', about.json ?? 'print one JSON document')
    .showHelpAfterError(`See "lacuna ${name} --help".`)
    .addHelpText(
      'after',
      `\nExamples:\n${about.examples.map((example) => `  $ lacuna ${example}`).join('\n')}`,
    )
}
