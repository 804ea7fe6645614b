import type { Explanation, MemberOpinion } from '../../contract/explanations.ts'
import type { ImageScore } from '../../contract/images.ts'
import type { ImageRow } from '../../contract/imageSets.ts'
import { details } from './details.ts'
import { count, figure, percent } from './format.ts'
import { table } from './table.ts'

/** What is known of an image, for people. */
export function whyText({ image, scores, explanation }: { image: ImageRow; scores: ImageScore[]; explanation: Explanation }): string {
  const head = details([
    ['image', image.path], ['position', String(image.position)], ['class', image.label ?? 'none'], ['split', image.split],
    ['original', `${image.width} x ${image.height}`],
    ['unlike any class', `in ${explanation.members.filter(({ unlike }) => unlike).length} of ${explanation.members.length} members`
      + ` (each takes ${percent(explanation.unlikeRate)} of the known validation images for that)`],
    ['nearest class', explanation.classes[explanation.nearest]],
  ])
  return [head, scoreTable(scores), distances(explanation), members(explanation), neighbours(explanation)].join('\n\n')
}

const scoreTable = (scores: ImageScore[]): string => table(scores, [
  { header: 'detector', text: ({ detector }) => detector },
  { header: 'score', text: ({ score }) => figure(score), right: true },
  { header: 'rank', text: ({ rank }) => count(rank), right: true },
  { header: 'of', text: ({ of }) => count(of), right: true },
  { header: 'flagged', text: ({ flagged }) => (flagged ? 'yes' : 'no') },
])

/** To each class: the mean over the members, and each member's own. */
function distances({ classes, members: all, measure }: Explanation): string {
  const mean = (k: number) => all.reduce((sum, one) => sum + one.distances[k], 0) / all.length
  const columns = all.map((one) => ({ header: `member ${one.index}`, text: (k: number) => figure(one.distances[k]), right: true }))
  return table([...classes.keys()].sort((a, b) => mean(a) - mean(b)), [
    { header: `distance (${measure})`, text: (k) => classes[k] },
    { header: 'mean', text: (k) => figure(mean(k)), right: true }, ...columns,
  ])
}

function members({ members: all, classes }: Explanation): string {
  const maybe = (value: number | null) => (value === null ? '-' : figure(value))
  return table<MemberOpinion>(all, [
    { header: 'member', text: ({ index }) => String(index), right: true },
    { header: 'nearest', text: ({ nearest }) => classes[nearest] },
    { header: 'unlike any', text: ({ unlike }) => (unlike ? 'yes' : 'no') },
    { header: 'unlike above', text: ({ threshold }) => figure(threshold), right: true },
    { header: 'from the centre', text: ({ centre }) => maybe(centre), right: true },
    { header: 'from a prior mean', text: ({ prior }) => maybe(prior), right: true },
  ])
}

function neighbours({ neighbours: { images, by, among, of } }: Explanation): string {
  const rows = table(images, [
    { header: 'position', text: ({ position }) => String(position), right: true },
    { header: 'class', text: ({ label }) => label },
    { header: 'distance', text: ({ distance }) => figure(distance), right: true },
  ])
  return `nearest of ${count(among)} of ${count(of)} training images, by ${by}\n${rows}`
}
