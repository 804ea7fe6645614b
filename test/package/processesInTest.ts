import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

/** A process and all that it started. */
export function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(treeOf)]
}

/** What a process of Chromium is for, or else the program that it runs. */
export function kindOf(pid: number): string {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  // Chromium's own join their arguments by blanks, other programs have a zero between them.
  return /--type=([\w-]+)/.exec(command)?.[1] ?? path.basename(command.split('\0')[0])
}

/** Whether it runs on the Node that was shipped: the engine, and what the engine starts. */
export const isOurs = (pid: number): boolean => kindOf(pid) === 'node'

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
