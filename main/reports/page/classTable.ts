import type { ClassCount } from '../counts.ts'
import { holderOf } from '../tables/htmlTable.ts'
import { count, percent } from '../text.ts'
import { html, name } from './markup.ts'
import type { Markup } from './markup.ts'
import { share } from './openingText.ts'
import type { PageContent } from './pageContent.ts'

/**
 * How much of each class is flagged: a known class with a large share is mixed, mislabelled or poorly
 * learned.
 */
export function classSection({ counts }: PageContent): Markup {
  return html`<section aria-labelledby="classes"><h2 id="classes">Flagged by class</h2>
    <p class="lead">Shares are over the test images; the counts on the right are over all of them. A known
    class that is flagged much more often than the others holds images that are unlike the rest of it.</p>
    <div class="${holderOf(counts.classes.length)}"><table><thead><tr><th scope="col">Class</th><th scope="col">Role</th>
    <th scope="col" class="n">Test images</th><th scope="col" class="n">Flagged</th><th scope="col">Share</th>
    <th scope="col" class="n">All images</th><th scope="col" class="n">Flagged</th></tr></thead>
    <tbody>${counts.classes.map(row)}</tbody></table></div></section>`
}

function row(line: ClassCount): Markup {
  const label = line.name === null ? html`<span class="quiet">no label</span>` : name(line.name)
  return html`<tr><th scope="row">${label}</th>
    <td>${line.role === 'held-out' ? html`<span class="held">held out</span>` : line.role}</td>
    <td class="n">${count(line.test.images)}</td><td class="n">${count(line.test.flagged)}</td>
    <td class="share">${line.test.images === 0 ? '–' : bar(line)}</td>
    <td class="n">${count(line.images)}</td><td class="n">${count(line.flagged)}</td></tr>`
}

function bar(line: ClassCount): Markup {
  const part = share(line.test)
  return html`<svg class="bar${line.role === 'held-out' ? ' strange' : ''}" viewBox="0 0 100 10"
    preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="10"/>
    <rect class="part" width="${(part * 100).toFixed(1)}" height="10"/></svg>
    <span>${percent(part)}</span>`
}
