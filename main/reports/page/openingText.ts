import { importedName } from '../../contract/importedScores.ts'
import type { FlaggedCount } from '../counts.ts'
import { area, count, counted, figure, listed, minute, percent, visible } from '../text.ts'
import type { PageContent } from './pageContent.ts'

/** What the page is, of which project, when it was made, and by whom. */
export function pageKind({ options, view }: PageContent): string {
  const parts = [
    'Lacuna report', view.project && `project ${visible(view.project)}`, view.created && `${minute(view.created)} UTC`,
    options.preparedBy && `prepared by ${visible(options.preparedBy)}`,
  ]
  return parts.filter((part) => part).join(' · ')
}

/** The page's title: what was looked at, and for what. */
export function pageTitle({ counts, options, view }: PageContent): string {
  if (options.title) return visible(options.title)
  const set = visible(view.imageSet?.name ?? view.project ?? 'the image set')
  const strangers = counts.classes
    .filter(({ role }) => role === 'held-out')
    .map(({ name }) => visible(name ?? '?'))
  return strangers.length ? `Anomalies in ${set}, ${listed(strangers, 3)} held out` : `Anomalies in ${set}`
}

/** The report in one paragraph of plain words. */
export function openingSentences(content: PageContent): string[] {
  return [learned(content), scored(content), found(content), measured(content)].filter((text) => text !== '')
}

const names = (labels: number[], classNames: string[]) =>
  labels.map((label) => visible(classNames[label] ?? '?'))

function learned({ input, view }: PageContent): string {
  const known = names(input.known, input.classNames)
  const strangers = names(input.heldOut, input.classNames)
  const unseen = strangers.length ? ` and never saw ${listed(strangers)}` : ''
  return `${learner(view)} learned ${counted(known.length, 'class', 'classes')} (${listed(known)})${unseen}.`
}

function learner({ ensemble }: PageContent['view']): string {
  const members = ensemble?.members.filter((member) => member.state === 'done').length
  if (members === undefined) return 'An ensemble'
  return members === 1 ? 'One network' : `An ensemble of ${members} networks`
}

function scored({ counts, input, view }: PageContent): string {
  return (
    `Each of ${counted(counts.images, 'image')} was given a score${byWhat(input.detector, view)}: the higher, the less it `
    + `belongs to any class. ${count(counts.flagged)} of them (${percent(share(counts))}) lie above the `
    + `threshold of ${figure(input.threshold)} and are flagged.`
  )
}

function byWhat(id: string, { detector }: PageContent['view']): string {
  const imported = importedName(id)
  if (imported !== null) return ` elsewhere, imported as “${visible(imported)}”`
  return detector ? ` by the detector “${detector.name.toLowerCase()}”` : ''
}

function found({ counts }: PageContent): string {
  const [strangers, known] = [counts.roles['held-out'].test, counts.roles.known.test]
  if (strangers.images === 0 || known.images === 0) return ''
  return (
    `Of the ${counted(strangers.images, 'test image')} held out, ${count(strangers.flagged)} are flagged `
    + `(${percent(share(strangers))}); of the ${count(known.images)} of known classes, `
    + `${count(known.flagged)} (${percent(share(known))}).`
  )
}

const unmeasured =
  'Nothing is labelled as an anomaly here, so how well the ranking does cannot be measured: look at '
  + 'the first images below.'

function measured({ input: { metrics } }: PageContent): string {
  if (!metrics) return unmeasured
  return (
    `An anomaly scores higher than a normal image in ${percent(metrics.auroc)} of all pairs (AUROC `
    + `${area(metrics.auroc)}, 95 % interval ${metrics.aurocInterval.map(area).join(' to ')}).`
  )
}

/** The flagged share of a count, 0 where there are none. */
export function share({ images, flagged }: Pick<FlaggedCount, 'images' | 'flagged'>): number {
  return images === 0 ? 0 : flagged / images
}
