import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

/** Answers in the form in which nvidia-smi gives them to our query: written by hand, since no machine with a card was at hand. */
export const answers = {
  twoCards: [
    '0, GPU-5a1c4f1e-3b0d-8e4f-6a3c-1f5e0c7b9d21, NVIDIA GeForce RTX 3090, 24576, 23871, 550.54.15',
    '1, GPU-c2b7d9e4-77aa-4f10-9b55-0d8e6a4f2c13, NVIDIA RTX A2000, 6138, 5900, 550.54.15', '',
  ].join('\n'),
  oldDriver: '0, GPU-0f3e6d5c-1111-2222-3333-444455556666, Tesla K80, 11441, 11330, 470.57.02\n',
  small: '0, GPU-0f3e6d5c-1111-2222-3333-444455556666, NVIDIA GeForce GT 710, 978, 900, 525.105.17\n',
  unsupported: '0, GPU-9e8d7c6b-aaaa-bbbb-cccc-ddddeeeeffff, Orin (nvgpu), [N/A], [N/A], 540.4.0\n',
  noDevices: 'No devices were found\n',
  noDriver: "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n\n",
}

/** Writes an nvidia-smi that answers so, and ends with `code`. @returns its folder, for PATH */
export function fakeNvidiaSmi(answer: string, code = 0, folder = temporaryFolder()): string {
  const text = `#!${process.execPath}\nprocess.stdout.write(${JSON.stringify(answer)})\nprocess.exitCode = ${code}\n`
  writeFileSync(path.join(folder, 'nvidia-smi'), text)
  chmodSync(path.join(folder, 'nvidia-smi'), 0o755)
  return folder
}

/** Has this process find that nvidia-smi for the rest of the test, or none at all. */
export function usingNvidiaSmi(answer: string | null, code = 0): void {
  vi.stubEnv('PATH', answer === null ? temporaryFolder() : fakeNvidiaSmi(answer, code))
  onTestFinished(() => void vi.unstubAllEnvs())
}
