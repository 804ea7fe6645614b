import { minute, visible } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** Where those who answer for the report sign it, and what exactly they sign. */
export function signaturesSection(content: PageContent): Markup {
  const { options, view } = content
  const people: [string, string][] = [['Prepared by', visible(options.preparedBy ?? '')], ['Checked by', ''], ['Released by', '']]
  const rows = people.map(([role, person]) => html`<tr><th scope="row">${role}</th><td>${person || nothing}</td><td></td><td></td></tr>`)
  // Nobody sorts it, so its titles are a row like the others.
  const table = html`<table class="signatures"><tbody><tr class="titles"><td></td><th scope="col">Name</th><th scope="col">Date</th>
    <th scope="col">Signature</th></tr>${rows}</tbody></table>`
  return pageSection({ id: 'signatures', heading: 'Signatures', lead: whatIsSigned(view), content: table })
}

/** The report by what cannot be exchanged: its score, its moment and its pixels. */
function whatIsSigned({ project, score, imageSet, created }: PageContent['view']): string {
  const parts = [
    project && `project “${visible(project)}”`, score && `score ${score.id}`,
    imageSet && `image set “${visible(imageSet.name)}”, version ${imageSet.version}`,
    created && `made ${minute(created)} UTC`,
    imageSet?.snapshot && `pixels whose SHA-256 begins with ${imageSet.snapshot.sha256.slice(0, 16)}`,
  ].filter((part) => part)
  return parts.length === 0 ? 'Signed is this report.' : `Signed is this report: ${parts.join(', ')}.`
}
