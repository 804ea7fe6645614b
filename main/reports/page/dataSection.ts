import type { ImageSet } from '../../contract/imageSets.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { pairsTable, problemsTable, splitsTable } from '../tables/findingTables.ts'
import { count, counted } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** The images by class and split, and what is wrong with them. */
export function dataSection({ view: { imageSet }, findings: { data } }: PageContent): Markup {
  if (!imageSet) return nothing
  const content = html`${htmlTable(splitsTable(imageSet), 'Images by class and split')}${imageSet.unlabelled > 0
    ? html`<p class="lead">${counted(imageSet.unlabelled, 'image has', 'images have')} no label: nothing is learned from ${imageSet.unlabelled === 1 ? 'it' : 'them'}.</p>` : nothing}
    ${data ? html`<h3>Files that could not be read</h3>${problemsPart(imageSet, data)}
    <h3>Images that are alike</h3>${pairsPart(imageSet, data)}` : nothing}`
  return pageSection({ id: 'data', heading: 'Data and its problems', lead: dataLead(imageSet), content })
}

function dataLead({ images, classes }: ImageSet): string {
  return `${counted(images, 'image')} of ${counted(classes.length, 'class', 'classes')}. Near-duplicates are always put into the same split, where `
    + 'the source leaves the split to Lacuna.'
}

type Data = NonNullable<PageContent['findings']['data']>

function problemsPart({ problems }: ImageSet, data: Data): Markup {
  if (problems === 0) return html`<p class="lead">None: every file was read.</p>`
  return html`<p class="lead">${shown(problems, data.problems.length, 'file')}</p>${htmlTable(problemsTable(data), 'Files that could not be read')}`
}

function pairsPart({ pairs }: ImageSet, data: Data): Markup {
  if (pairs === 0) return html`<p class="lead">None were found.</p>`
  return html`<p class="lead">${shown(pairs, data.pairs.length, 'pair')} A pair in two splits makes test figures too good.</p>
    ${htmlTable(pairsTable(data), 'Images that are alike')}`
}

function shown(all: number, some: number, noun: string): string {
  return some < all ? `${counted(all, noun)}; the first ${count(some)} are named.` : `${counted(all, noun)}.`
}
