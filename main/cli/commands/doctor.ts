import type { Command } from 'commander'
import { workspacePath } from '../../client/workspacePath.ts'
import type { Check } from '../doctor/check.ts'
import { deviceChecks } from '../doctor/deviceCheck.ts'
import { engineCheck } from '../doctor/engineCheck.ts'
import { machineCheck, nodeCheck, workspaceChecks } from '../doctor/machineChecks.ts'
import { exitCodes } from '../exitCodes.ts'
import { paintResult, printJson, printResult } from '../output/streams.ts'
import { defineCommand } from './defineCommand.ts'

export function defineDoctor(program: Command): void {
  defineCommand(program, 'doctor', {
    summary: 'look at everything Lacuna needs: Node, TensorFlow, device, workspace, disk, engine',
    examples: ['doctor', 'doctor --json'],
  }).action(async ({ json }: { json?: boolean }) => {
    const checks = [
      nodeCheck(),
      machineCheck(),
      ...(await deviceChecks()),
      ...(await workspaceChecks(workspacePath())),
      await engineCheck(),
    ]
    const ok = checks.every((check) => check.ok)
    if (json) printJson({ ok, checks })
    else printResult(checks.map(line).join('\n'))
    if (!ok) process.exitCode = exitCodes.failed
  })
}

function line({ name, ok, detail, hint }: Check): string {
  const mark = ok ? paintResult('green', 'ok') : paintResult('red', 'no')
  return `${mark}  ${name.padEnd(10)}  ${detail}${hint ? `\n${' '.repeat(16)}${hint}` : ''}`
}
