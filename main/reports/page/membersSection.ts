import type { Member } from '../../contract/ensembles.ts'
import { curveChart } from '../charts/curveChart.ts'
import { count, duration, figure, percent } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'

/** How each member's training went, in a curve, figures and words. */
export function membersSection({ view: { ensemble } }: PageContent): Markup {
  if (!ensemble) return nothing
  const rows = ensemble.members.map((member) => row(member, ensemble.settings.model.latent))
  return html`<section aria-labelledby="members"><h2 id="members">Members</h2>
    <p class="lead">Each network has its own seed and its own order of the classes on the sphere. The curve is
    the loss over the epochs, with the validation loss dashed.</p>
    <div class="wide"><table class="members"><thead><tr><th scope="col">Member</th><th scope="col">Loss</th>
    <th scope="col" class="n">Epochs</th><th scope="col" class="n">Last loss</th>
    <th scope="col" class="n">Accuracy</th><th scope="col" class="n">Active dims</th>
    <th scope="col" class="n">Time</th><th scope="col">Health</th></tr></thead>
    <tbody>${rows}</tbody></table></div></section>`
}

function row(member: Member, latent: number): Markup {
  const { curve, health, seconds } = member
  const last = curve.at(-1)
  return html`<tr><th scope="row">${member.index + 1}</th><td class="spark">${spark(member)}</td>
    ${cell(last && count(last.epoch))}${cell(last && figure(last.loss))}
    ${cell(health?.accuracy == null ? null : percent(health.accuracy))}
    ${cell(health?.activeDimensions == null ? null : `${health.activeDimensions} of ${latent}`)}
    ${cell(seconds === null ? null : duration(seconds))}
    <td class="words">${words(member)}</td></tr>`
}

const cell = (text: string | null | undefined) => html`<td class="n">${text ?? '–'}</td>`

function spark({ index, curve }: Member): Markup {
  if (curve.length === 0) return nothing
  const description = `from ${figure(curve[0].loss)} to ${figure(curve.at(-1)!.loss)}`
  return curveChart(curve, {
    id: `member-${index}`,
    width: 150,
    height: 40,
    title: `Loss of member ${index + 1}`,
    description,
  })
}

function words(member: Member): Markup {
  const { reason, health, reused } = member
  const sentences = [...(health?.sentences ?? []), reason, reused ? 'Found trained before.' : null]
  const unhealthy = health?.healthy === false || member.state === 'failed'
  return html`<strong${unhealthy ? html` class="bad"` : ''}>${verdict(member)}</strong> ${sentences
    .filter((sentence) => sentence !== null)
    .join(' ')}`
}

function verdict({ state, health }: Member): string {
  if (health) return health.healthy ? 'Healthy.' : 'Not healthy.'
  return state === 'done' ? '' : `${state[0].toUpperCase()}${state.slice(1)}.`
}
