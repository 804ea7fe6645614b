import { html as template, raw as trusted } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { visible } from '../text.ts'

export type Markup = HtmlEscapedString

/** A template that escapes every string put into it; nested markup goes in as it is. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return template(strings, ...values) as Markup
}

/** Markup that this program wrote itself and that must not be escaped again. */
export function raw(markup: string): Markup {
  return trusted(markup) as Markup
}

export const nothing: Markup = raw('')

/**
 * A name from outside (a class, a file): visible marks only, and never turning the direction of what is
 * around it.
 */
export function name(text: string): Markup {
  return html`<bdi>${visible(text)}</bdi>`
}

/** A path that may break after each slash. */
export function path(text: string): Markup {
  return html`<bdi class="path">${visible(text)
    .split('/')
    .flatMap((part, i) => (i ? ['/', raw('<wbr>'), part] : [part]))}</bdi>`
}
