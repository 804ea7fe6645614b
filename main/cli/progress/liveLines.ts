import type { Job, MemberProgress, StudyProgress } from '../../contract/jobs.ts'
import { duration, visible } from '../../reports/text.ts'
import { count, percent } from '../output/format.ts'
import { bar } from './bar.ts'
import { memberShare, memberWords } from './memberWords.ts'
import { phaseWords } from './phases.ts'
import { studyWords } from './studyWords.ts'

export interface Screen {
  columns: number
  rows: number
  blocks: boolean
}

/**
 * The lines that show a job on a terminal while it runs; the caller cuts them to the terminal's width.
 * @param seconds how long the job has been watched
 */
export function liveLines(job: Job, seconds: number, screen: Screen): string[] {
  const head = `${visible(job.title)}  ${duration(seconds)}`
  const { progress } = job
  if (job.state === 'waiting') return [head, '  waiting for another job to end']
  if (!progress) return [head, '  starting']
  if (progress.kind === 'train') return [head, ...trainLines(progress.members, screen)]
  if (progress.kind === 'study') return [head, ...studyLines(progress, screen)]
  const problems = progress.kind === 'import' ? progress.problems : 0
  const pieces = [
    phaseWords(progress),
    ...amount(progress, screen),
    problems && `${count(problems)} not readable`,
  ]
  return [head, `  ${pieces.filter(Boolean).join('  ')}`]
}

/** How far it is, and below that the cell that runs: its name may be long. */
function studyLines(progress: StudyProgress, screen: Screen): string[] {
  const far = [...amount(progress, screen), ...studyWords(progress)].join('  ')
  return [`  ${far}`, `  ${visible(phaseWords(progress))}`]
}

function amount({ done, total }: { done: number; total: number | null }, screen: Screen): string[] {
  if (!total) return done > 0 ? [count(done)] : []
  const share = done / total
  return [bar(share, barWidth(screen), screen.blocks), `${count(done)}/${count(total)}`, percent(share)]
}

const barWidth = ({ columns }: Screen) => Math.max(6, Math.min(24, Math.floor(columns / 8)))

function trainLines(members: MemberProgress[], screen: Screen): string[] {
  const room = Math.max(1, screen.rows - 4)
  const shown = members.length <= room ? members : members.filter(isActive).slice(0, room - 1)
  const width = String(members.length - 1).length
  const lines = shown.map((member) => memberLine(member, width, screen))
  return shown.length === members.length ? lines : [...lines, `  ${others(members, shown)}`]
}

const isActive = ({ state }: MemberProgress) => state === 'running' || state === 'failed'

function memberLine(member: MemberProgress, width: number, screen: Screen): string {
  const drawn = bar(memberShare(member), barWidth(screen), screen.blocks)
  const words = memberWords(member).map(visible).join('  ')
  return `  member ${String(member.index).padStart(width)}  ${drawn}  ${words}`
}

function others(members: MemberProgress[], shown: MemberProgress[]): string {
  const states = new Map<string, number>()
  for (const { state } of members.filter((member) => !shown.includes(member)))
    states.set(state, (states.get(state) ?? 0) + 1)
  return `and ${[...states].map(([state, n]) => `${n} ${state}`).join(', ')}`
}
