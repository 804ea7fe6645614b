import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

/** A process and all that it started. */
export function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(treeOf)]
}

/** What a process of Chromium is for, or else the program that it runs. */
export function kindOf(pid: number): string {
  const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return args.find((arg) => arg.startsWith('--type='))?.slice('--type='.length) ?? program
}

/** What it has computed so far, itself. */
export function cpuSeconds(pid: number): number {
  // The name in brackets may have blanks in it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond
}

const ticksASecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Its memory, where what several processes share counts for each in part (proportional set size). */
export function megabytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]) / 1024
}
