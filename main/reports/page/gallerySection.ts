import { count, counted, figure, visible } from '../text.ts'
import { html, name, nothing, path } from './markup.ts'
import type { Markup } from './markup.ts'
import type { GalleryImage, PageContent } from './pageContent.ts'

/** The images with the highest scores, and with classes held out the strangest of the known classes too. */
export function gallerySection({ gallery, input, findings: { why }, omitted, options }: PageContent): Markup {
  if (gallery.all.length === 0) return nothing
  const sentences = new Map(why?.sentences)
  const tiles = (images: GalleryImage[]) => images.map((image) => tile(image, sentences.get(image.position)))
  return html`<section aria-labelledby="top"><h2 id="top">The ${count(gallery.all.length)} highest scores</h2>
    <p class="lead">Of all ${count(input.scores.length)} images, whatever their split. <em>Nearest</em> is the
    known class that an image looks most like. The whole list is in <code>ranking.csv</code>.
    ${omittedWords(omitted, options.maxMegabytes)} ${why?.missing ?? ''}</p>
    <ol class="gallery">${tiles(gallery.all)}</ol></section>${knownSection(gallery.known, tiles)}`
}

function knownSection(images: GalleryImage[], tiles: (images: GalleryImage[]) => Markup[]): Markup {
  if (images.length === 0) return nothing
  return html`<section aria-labelledby="known"><h2 id="known">The highest scores of known classes</h2>
    <p class="lead">Further down the list. Images of known classes with high scores are often mislabelled,
    damaged or simply rare.</p><ol class="gallery">${tiles(images)}</ol></section>`
}

/** Said where the size of the page left no room for all. */
export function omittedWords(omitted: number, maxMegabytes: number): string {
  if (omitted === 0) return ''
  return `${counted(omitted, 'thumbnail')} further down had no room in ${maxMegabytes} MB.`
}

function tile(image: GalleryImage, why: string | undefined): Markup {
  return html`<li${image.flagged ? html` class="flagged"` : ''} value="${image.rank}">${picture(image)}
    <div class="line"><span class="rank">${count(image.rank)}</span>
    <span class="score">${figure(image.score)}</span>${image.flagged ? flag : ''}</div>
    ${image.verdict === null ? nothing : html`<div class="judged">judged ${image.verdict}</div>`}
    <div class="labels">${labels(image)}</div>
    ${why === undefined ? nothing : html`<p class="why">${why}</p>`}
    <div class="file" title="${visible(image.path)}">${path(ending(image.path))}</div></li>`
}

const flag = html`<span class="flag">flagged</span>`

function picture({ thumbnail, rank, path: file }: GalleryImage): Markup {
  if (thumbnail === null) return nothing
  if ('problem' in thumbnail) {
    const reason = visible(thumbnail.problem)
    return html`<div class="picture missing" title="${reason}">original<br>not readable</div>`
  }
  return html`<div class="picture"><img${thumbnail.smooth ? html` class="smooth"` : ''} src="${thumbnail.uri}"
    alt="Rank ${rank}: ${visible(file)}" loading="lazy" decoding="async"></div>`
}

function labels({ label, role, nearest }: GalleryImage): Markup {
  const own = label === null ? html`<span class="quiet">no label</span>` : name(label)
  const near = nearest === null ? nothing : html`<br><span class="quiet">nearest</span> ${name(nearest)}`
  return html`${own}${roles[role]}${near}`
}

const roles: Record<GalleryImage['role'], Markup> = {
  known: nothing,
  'held-out': html` <span class="held">held out</span>`,
  'left out': html` <span class="quiet">left out</span>`,
  unlabelled: nothing,
}

/** The end of a long path: it says more than its beginning. */
function ending(file: string): string {
  const marks = [...file]
  return marks.length <= 60 ? file : `…${marks.slice(-56).join('')}`
}
