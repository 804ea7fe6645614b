/// <reference types="vite/types/importMeta.d.ts" />
import { createI18n } from 'vue-i18n'
import { count } from '../format.ts'
import { language } from './language.ts'

type Values = Record<string, string | number>
const catalogues = import.meta.glob<Record<string, string>>('./de/*.json', { import: 'default' })

// The English sentence is the key, and what is said where a language lacks it. A dot in it is a dot.
const i18n = createI18n({
  legacy: false,
  locale: language,
  messages: { [language]: await translated() },
  messageResolver: (messages, key) => (messages as Record<string, string>)[key] ?? null,
  fallbackFormat: true,
  missingWarn: false,
  fallbackWarn: false,
})

/** What the window's language has for each English sentence; nothing for English. */
async function translated(): Promise<Record<string, string>> {
  if (language === 'en') return {}
  return Object.assign({}, ...(await Promise.all(Object.values(catalogues).map((load) => load()))))
}

/**
 * A sentence in the window's language. Its values stand in it in braces, and a number among them is written as the
 * locale does. Where it depends on a number, both forms stand in it: `t('{n} image | {n} images', 3)`.
 */
export function t(sentence: string, n?: number | Values, values: Values = {}): string {
  if (typeof n !== 'number') return i18n.global.t(sentence, written(n ?? {}))
  return i18n.global.t(sentence, { n: count(n), ...written(values) }, n)
}

function written(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? count(value) : value]),
  )
}
