import type { AurocFigure, MemberComparison } from '../../contract/members.ts'
import { details } from './details.ts'
import { count, percent } from './format.ts'
import { table } from './table.ts'

/** An ensemble's members side by side, for people. */
export function membersText(comparison: MemberComparison): string {
  const { detector, readsMembers, normals, anomalies, whole } = comparison
  const head = details([
    ['detector', detector],
    ['measured on', `${count(normals)} known and ${count(anomalies)} held-out test images`],
    ['AUROC of all', whole ? `${four(whole.auroc)} (${four(whole.lower)} to ${four(whole.upper)})` : 'not measurable: nothing is held out'],
    ['note', readsMembers ? null : 'This detector reads no members: there is nothing to compare.'],
  ])
  return [head, ...(readsMembers ? [alone(comparison), sizes(comparison), correlations(comparison), apart(comparison)] : [])]
    .filter((part) => part !== '').join('\n\n')
}

const four = (value: number | undefined): string => value?.toFixed(4) ?? '-'
const signed = (value: number | undefined): string => (value === undefined ? '-' : `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`)
const interval = (figure: AurocFigure | null): string => (figure ? `${four(figure.lower)} to ${four(figure.upper)}` : '-')

function alone({ alone: members, without }: MemberComparison): string {
  const left = (index: number) => without.find((one) => one.index === index)
  return table(members, [
    { header: 'member', text: ({ index }) => String(index), right: true },
    { header: 'AUROC alone', text: ({ figure }) => four(figure?.auroc), right: true },
    { header: '95 % interval', text: ({ figure }) => interval(figure) },
    { header: 'without it', text: ({ index }) => four(left(index)?.auroc), right: true },
    { header: 'it adds', text: ({ index }) => signed(left(index)?.difference), right: true },
  ])
}

function sizes({ sizes: all }: MemberComparison): string {
  if (all.length === 0) return ''
  return table(all, [
    { header: 'members', text: ({ size }) => String(size), right: true },
    { header: 'mean AUROC', text: ({ mean }) => four(mean), right: true },
    { header: 'least to most', text: ({ least, most }) => `${four(least)} to ${four(most)}` },
    { header: 'of', text: ({ draws, all: isAll }) => `${isAll ? 'all ' : ''}${count(draws)}${isAll ? '' : ' drawn'}` },
  ])
}

/** Spearman's, members by members. */
function correlations({ correlations: rows, alone: members }: MemberComparison): string {
  if (rows.length === 0) return ''
  const columns = members.map(({ index }, i) => (
    { header: String(index), text: (row: number) => rows[row][i].toFixed(3), right: true }))
  const name = { header: 'rank correlation', text: (row: number) => String(members[row].index), right: true }
  return table([...rows.keys()], [name, ...columns])
}

const apart = ({ disagreement }: MemberComparison): string => disagreement
  .map(({ role, images, apart: share }) => `two members rank one of ${count(images)} ${role} images ${percent(share)} of all ranks apart`)
  .join('\n')
