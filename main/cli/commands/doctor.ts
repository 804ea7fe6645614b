import type { Command } from 'commander'
import { workspacePath } from '../../client/workspacePath.ts'
import type { Check } from '../doctor/check.ts'
import { cardChecks } from '../doctor/cardChecks.ts'
import { deviceChecks } from '../doctor/deviceCheck.ts'
import { engineCheck } from '../doctor/engineCheck.ts'
import { machineCheck, nodeCheck, workspaceChecks } from '../doctor/machineChecks.ts'
import { trialChecks } from '../doctor/trialChecks.ts'
import { exitCodes } from '../exitCodes.ts'
import { paintResult, printJson, printResult } from '../output/streams.ts'
import { defineCommand } from './defineCommand.ts'

export function defineDoctor(program: Command): void {
  defineCommand(program, 'doctor', {
    summary: 'look at everything Lacuna needs: Node, TensorFlow, devices, workspace, disk, engine',
    examples: ['doctor', 'doctor --check', 'doctor --json'],
  })
    .option('--check', 'take a few training steps on every device, and compare their losses with the processor\'s (some seconds)')
    .action(doctor)
}

async function doctor({ json, check }: { json?: boolean; check?: boolean }): Promise<void> {
  const checks = [
    nodeCheck(),
    machineCheck(),
    ...(await deviceChecks()),
    ...(await cardChecks()),
    ...(await workspaceChecks(workspacePath())),
    await engineCheck(),
    ...(check ? await trialChecks() : []),
  ]
  const ok = checks.every((one) => one.ok)
  if (json) printJson({ ok, checks })
  else printResult(checks.map(line).join('\n'))
  if (!ok) process.exitCode = exitCodes.failed
}

function line({ name, ok, detail, hint }: Check): string {
  const mark = ok ? paintResult('green', 'ok') : paintResult('red', 'no')
  return `${mark}  ${name.padEnd(10)}  ${detail}${hint ? `\n${' '.repeat(16)}${hint}` : ''}`
}
