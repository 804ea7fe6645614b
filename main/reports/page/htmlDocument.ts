import { createHash } from 'node:crypto'
import { html, raw } from './markup.ts'
import type { Markup } from './markup.ts'
import { style } from './style.ts'

/** Nothing is loaded, and nothing is run but the page's own script: styles are its own too, images lie in it as data. */
function policy(script: string): string {
  const run = script === '' ? '' : `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; `
  return `default-src 'none'; img-src data:; ${run}style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
}

export interface DocumentParts {
  title: string
  /** What sort of page it is, above the title. */
  kind: string
  /** The paragraph below the title; none where it is empty. */
  opening: string
  main: Markup
  footer: Markup
  /** Rules beside those that all pages share. */
  moreStyle?: string
  /** What the page adds to itself where scripts are run; without them it is whole all the same. */
  script?: string
}

/** One HTML document that needs no other file. */
export function htmlDocument({ title, kind, opening, main, footer, moreStyle = '', script = '' }: DocumentParts): string {
  return `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${raw(policy(script))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer"><meta name="generator" content="Lacuna">
    <title>${title}</title><style>${raw(style + moreStyle)}</style></head><body>
    <header><p class="kind">${kind}</p><h1>${title}</h1>${opening && html`<p class="opening">${opening}</p>`}</header>
    <main>${main}</main>
    <footer>${footer}</footer>${script && raw(`<script>${script}</script>`)}</body></html>`}\n`
}
