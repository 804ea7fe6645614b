import type { ModelKind } from '../../contract/settings.ts'
import { count, counted, visible } from '../text.ts'
import { html } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** What was asked, and how it was gone about, for a reader who knows nothing of networks. */
export function methodSection(content: PageContent): Markup {
  const steps = [learnedWords(content), scoredWords(content), splitWords(content)].filter((text) => text !== '')
  const items = steps.map((text) => html`<li>${text}</li>`)
  return pageSection({ id: 'method', heading: 'Question and method', lead: question(content), content: html`<ol class="steps">${items}</ol>` })
}

function question({ options, counts, input, view }: PageContent): string {
  if (options.question) return visible(options.question)
  const set = visible(view.imageSet?.name ?? 'the set')
  return `Which of the ${counted(counts.images, 'image')} of ${set} resemble none of the ${counted(input.known.length, 'known class', 'known classes')}, `
    + 'and how far can the ranking be trusted?'
}

const learning: Record<ModelKind, (numbers: string) => string> = {
  'cl-vae': (numbers) => `Each network squeezes an image into ${numbers} and draws it again from them. While it learns, every known class `
    + 'gets a place of its own on a sphere in the space of these numbers, and an image of no known class falls into the gaps '
    + 'between them. Each network has another order of the classes on the sphere, and what they say is averaged.',
  vae: (numbers) => `Each network squeezes an image into ${numbers} and draws it again from them, knowing no classes. What it has not `
    + 'learned to draw it draws badly. What the networks say is averaged.',
  cnn: () => 'Each network learns to tell the known classes apart by the images of each. What the networks say is averaged.',
}

function learnedWords({ view: { ensemble } }: PageContent): string {
  if (!ensemble) return ''
  const { kind, latent } = ensemble.settings.model
  return learning[kind](counted(latent, 'number'))
}

function scoredWords({ view: { detector, score } }: PageContent): string {
  const said = detector ? `The score: ${detector.sentence}` : ''
  return score ? `${said} An image above the threshold is flagged; the threshold: ${visible(score.threshold.rule)}.`.trim() : said
}

function splitWords({ view: { imageSet, trainedOn } }: PageContent): string {
  const set = trainedOn ?? imageSet
  if (!set) return ''
  const [train, validation, test] = (['train', 'validation', 'test'] as const).map((split) =>
    set.byClass.reduce((sum, one) => sum + one[split], 0))
  return `Of the labelled images ${count(train)} are for training, ${count(validation)} for validation (when to stop, and the threshold) and `
    + `${count(test)} for the test: the figures below are of test images, which nothing was learned from. Held-out classes are in none of the training.`
}
