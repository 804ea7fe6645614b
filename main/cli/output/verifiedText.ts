import type { ComparedOriginals, Environment, ReplayedScore, Verified } from '../../contract/bundles.ts'
import { visible } from '../../reports/text.ts'
import { count, counted, moment } from './format.ts'
import { table } from './table.ts'

const verdicts: Record<Verified['verdict'], string> = {
  identical: 'Everything that was computed anew is identical.',
  agrees: 'On this machine it comes out within the tolerance: it agrees.',
  differs: 'It DIFFERS from what was recorded.',
}

/** What came of verifying a bundle, as a person reads it. */
export function verifiedText(verified: Verified): string {
  const { ensemble, project, lacuna, created, entries, originals, scores, verdict } = verified
  const head = visible(`"${ensemble}" of the project "${project}", packed ${moment(created)} by Lacuna ${lacuna}.`)
  const checked = `${counted(entries, 'entry', 'entries')}, each with its hash: as packed.`
  return [`${head}\n${checked}\n${machineText(verified)}`, originals?.map(originalsLine).join('\n') ?? '', scoreTable(scores),
    reasons(scores), verdicts[verdict]].filter((part) => part !== '').join('\n\n')
}

function machineText({ packedOn, verifiedOn, sameMachine, tolerance }: Verified): string {
  if (sameMachine) return 'The same processor, runtime and number of cores: it has to be identical to the last bit.'
  const names: (keyof Environment)[] = ['processor', 'platform', 'architecture', 'cores', 'tensorflow']
  const changed = names.filter((name) => packedOn[name] !== verifiedOn[name])
    .map((name) => `${name} ${packedOn[name]} then, ${verifiedOn[name]} now`)
  const other = changed.length > 0 ? `machine (${changed.join('; ')})` : 'device (WebGPU then, TensorFlow now)'
  return `Another ${other}: it has to be within ${tolerance} of each score.`
}

function originalsLine({ imageSet, images, missing, different, example, pixels }: ComparedOriginals): string {
  const name = visible(`"${imageSet}"`)
  if (example !== null) {
    return `${name}: of ${counted(images, 'image')} ${count(missing)} missing and ${count(different)} different, ${visible(`"${example}"`)} the first.`
  }
  const decoded = pixels === 'identical' ? 'and their pixels are those of the bundle' : 'but they are decoded to other pixels here'
  return `${name}: all ${counted(images, 'image')} are those that were imported, ${decoded}.`
}

function scoreTable(scores: ReplayedScore[]): string {
  const auroc = (value: number | null) => value?.toFixed(6) ?? '-'
  return table(scores, [
    { header: 'detector', text: ({ detector }) => detector },
    { header: 'image set', text: ({ imageSet }) => imageSet },
    { header: 'images', text: ({ images }) => count(images), right: true },
    { header: 'replayed', text: ({ replay }) => replay },
    { header: 'largest difference', text: ({ largest }) => largest?.toPrecision(3) ?? '-', right: true },
    { header: 'other scores', text: ({ unequal }) => count(unequal), right: true },
    { header: 'flagged otherwise', text: ({ reflagged }) => count(reflagged), right: true },
    { header: 'AUROC then', text: ({ auroc: { recorded } }) => auroc(recorded), right: true },
    { header: 'AUROC now', text: ({ auroc: { replayed } }) => auroc(replayed), right: true },
  ])
}

function reasons(scores: ReplayedScore[]): string {
  return scores.filter(({ reason }) => reason !== null).map(({ detector, reason }) => visible(`${detector}: ${reason}.`)).join('\n')
}
