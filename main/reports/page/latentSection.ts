import { latentChart } from '../charts/latentChart.ts'
import { distinctMarks } from '../charts/palette.ts'
import { latentPoints } from '../latentPoints.ts'
import type { LatentPoints } from '../latentPoints.ts'
import { count, counted, listed, percent, visible } from '../text.ts'
import { legend } from './legend.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'

/** Where the first member puts the images in its latent space. */
export function latentSection({ input }: PageContent): Markup {
  const picture = latentPoints(input)
  if (!picture) return nothing
  const made = [drawn(picture), flattened(picture, input.dimension), repeats(input.known.length)]
    .join(' ')
    .trim()
  const entries = picture.groups.map(({ label, mark, positions }) => ({
    mark,
    label,
    note: count(positions.length),
  }))
  const circle =
    picture.circle === null ? '' : ' The dashed circle is the sphere that the class means lie on.'
  // A long legend stands below the picture, a short one beside it where there is room.
  return html`<section aria-labelledby="latent"><h2 id="latent">Latent space of the first member</h2>
    <p class="lead">Each mark is the posterior mean of one image; a ringed point is the place that the model
    gave a class. What belongs to no class tends to fall between them.</p>
    <figure class="latent${entries.length <= 16 ? ' beside' : ''}">${chart(picture, made)}<figcaption>
    ${legend(entries)}<p>${made}${circle}</p></figcaption></figure></section>`
}

function chart(picture: LatentPoints, made: string): Markup {
  const means = picture.means.map((mean) => ({ ...mean, name: visible(mean.name) }))
  const groups = picture.groups.map(({ label, positions }) => `${visible(label)} ${positions.length}`)
  return latentChart(
    { ...picture, means },
    {
      id: 'latent-chart',
      width: 760,
      height: 560,
      title: 'Latent space of the first member',
      description: `${made} Groups: ${listed(groups, 60)}.`,
    },
  )
}

function drawn({ drawn: shown, of, tested }: LatentPoints): string {
  const what = counted(of, tested ? 'test image' : 'image')
  if (shown === of) return `All ${what} are drawn.`
  return `${count(shown)} of ${what} are drawn, each group thinned evenly.`
}

function flattened({ shares }: LatentPoints, dimension: number): string {
  if (!shares) return ''
  return (
    `The space has ${dimension} dimensions; the picture shows the two of largest variance (principal `
    + `components), which hold ${percent(shares[0] + shares[1])} of it `
    + `(${shares.map(percent).join(' and ')}). `
    + 'Distances in the picture are therefore shorter than in the space.'
  )
}

const repeats = (classes: number) =>
  classes > distinctMarks ? `After ${distinctMarks} classes the marks repeat.` : ''
