import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { lacunaProgram } from '../../main/cli/program.ts'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()

describe('wrong usage ends with 2, a sentence, and nothing on standard output', () => {
  test.each([
    [['rnu'], /unknown command 'rnu'[^]*Did you mean run\?/],
    [['run', 'x', '--out', 'y', '--memebrs', '3'], /unknown option '--memebrs'[^]*Did you mean --members\?/],
    [['run', 'x'], /required option '--out <dir>' not specified[^]*See "lacuna run --help"/],
    [['run', 'x', '--out', 'y', '--members', '0'], /A whole number from 1 to 200 is expected/],
    [['run', 'x', '--out', 'y', '--objective', 'best'], /Allowed choices are recommended, paper, as-coded/],
    [['run', 'no-such-folder', '--out', 'y'], /There is no .*no-such-folder/],
    [['show', 'set'], /missing required argument 'id'/],
    [['cancel', 'seven'], /"seven" is not the number of a job/],
    [['train'], /Either an image set or --ensemble is needed/],
  ])('%j', async (args, told) => {
    const { code, stdout, stderr } = await lacuna(folder, args)
    expect(stderr).toMatch(told)
    expect(stderr).toMatch(/^lacuna: /)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect([code, stdout]).toEqual([2, ''])
  })

  test('with --json there is one document that says the same', async () => {
    const { code, stdout } = await lacuna(folder, ['run', 'no-such-folder', '--out', 'y', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'USAGE', hint: expect.any(String) } })
    expect(code).toBe(2)
  })
})

describe('help', () => {
  const commands = lacunaProgram()
    .commands.map((command) => command.name())
    .filter((name) => name !== 'help')

  test('is on standard output, names every command and the exit codes, and ends with 0', async () => {
    const { code, stdout, stderr } = await lacuna(folder, ['--help'])
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    for (const exit of ['0', '1', '2', '3', '130']) expect(stdout).toMatch(new RegExp(`^  ${exit} `, 'm'))
    expect([code, stderr]).toEqual([0, ''])
  })

  test('of each command has examples that start with its name, and --json', () => {
    for (const [command, name] of leaves(lacunaProgram())) {
      let help = ''
      command
        .configureOutput({
          writeOut: (text) => {
            help += text
          },
        })
        .outputHelp()
      expect(help).toContain(`$ lacuna ${name}`)
      expect(help).toContain('--json')
    }
  })

  test('shows what a setting is where it is not typed', async () => {
    const { stdout } = await lacuna(folder, ['run', '--help'])
    expect(stdout).toMatch(/--latent <n> .*\(default: 8; paper: 2\)/)
    expect(stdout).toMatch(/default: 1\/25; paper:\s+1\/6\)/)
  })

  test('the version alone is printed by --version', async () => {
    const { code, stdout } = await lacuna(folder, ['--version'])
    expect([code, stdout]).toEqual([0, '0.1.0\n'])
  })
})

/** All commands that do something, with their whole names: those that only gather others are not among them. */
function leaves(program: Command, before = ''): [Command, string][] {
  return program.commands.filter((one) => one.name() !== 'help').flatMap((command): [Command, string][] => {
    const name = `${before}${command.name()}`
    return command.commands.length > 0 ? leaves(command, `${name} `) : [[command, name]]
  })
}
