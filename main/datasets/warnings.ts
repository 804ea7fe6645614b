import type { ClassCounts, ImportCounts, ImportRequest } from './importRequest.ts'

/** A class with fewer images is trained on so little that its scores say nothing. */
const FEW = 20
const NAMED = 5

/** Plain sentences about what is possible with a set of images. */
export function warningsOf(request: ImportRequest, classes: string[], counts: ImportCounts): string[] {
  const inspected = request.unlabelled || request.expected
  return [...(inspected ? [] : aboutClasses(classes, counts)), ...aboutFiles(counts), ...aboutPairs(counts)]
}

function aboutClasses(classes: string[], counts: ImportCounts): string[] {
  if (classes.length === 0)
    return ['No image has a class: these images can be scored, but nothing can be trained on them.']
  const warnings = classes.length === 1 ? [oneClass(classes[0])] : []
  const trained = counts.byClass.filter(({ train }) => train > 0).length
  if (trained === 0)
    warnings.push('No class has an image to train on: every image is for validation or test.')
  return [...warnings, ...aboutSmallClasses(classes, counts.byClass), ...aboutMissing(counts)]
}

function oneClass(name: string): string {
  return (
    `There is only one class, "${name}": whatever is unlike it can be found, ` +
    'but no class can be held out, so no AUROC can be measured without labelled anomalies.'
  )
}

function aboutSmallClasses(classes: string[], byClass: ClassCounts[]): string[] {
  const total = (counts: ClassCounts) => counts.train + counts.validation + counts.test
  const small = classes.filter((_, i) => byClass[i].train > 0 && total(byClass[i]) < FEW)
  if (small.length === 0) return []
  const named = small
    .slice(0, NAMED)
    .map((name) => `"${name}" (${images(total(byClass[classes.indexOf(name)]))})`)
  const more = small.length > NAMED ? ` and ${small.length - NAMED} more` : ''
  const it = small.length === 1 ? 'it' : 'them'
  return [
    `Too few images to learn a class from: ${named.join(', ')}${more}. ` +
      `A class needs about ${FEW} at least; add images or leave ${it} out, or hold ${it} out as anomalies.`,
  ]
}

function aboutMissing({ byClass, unlabelled }: ImportCounts): string[] {
  const warnings: string[] = []
  if (unlabelled > 0) warnings.push(`${images(unlabelled)} without a class: they are scored, not trained on.`)
  if (byClass.every(({ test }) => test === 0))
    warnings.push('No labelled image is left for testing: add images.')
  if (byClass.every(({ validation }) => validation === 0)) {
    warnings.push('No labelled image is left for validation: the threshold cannot be set. Add images.')
  }
  return warnings
}

function aboutFiles({ problems, others }: ImportCounts): string[] {
  const warnings: string[] = []
  if (problems > 0)
    warnings.push(
      `${files(problems)} could not be used and ${were(problems)} left out; each is listed with its reason.`,
    )
  if (others > 0) warnings.push(`${files(others)} of other kinds ${were(others)} left alone.`)
  return warnings
}

function aboutPairs({ leakingPairs }: ImportCounts): string[] {
  if (leakingPairs === 0) return []
  const pairs =
    leakingPairs === 1 ? 'One pair of images is' : `${leakingPairs.toLocaleString('en')} pairs of images are`
  return [`${pairs} (nearly) the same but in different splits: figures measured on them flatter the models.`]
}

function images(count: number): string {
  return count === 1 ? '1 image' : `${count.toLocaleString('en')} images`
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count.toLocaleString('en')} files`
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were'
}
