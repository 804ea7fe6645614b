/** The languages that the window speaks, each by its own name. English is that of the source. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const place = 'language'
const isLanguage = (tag: string | null): tag is Language => tag !== null && tag in languages
/** Of the system's languages those that are tags: one without any may say "en-US@posix". */
const systems = (): string[] => navigator.languages.filter((tag) => /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(tag))

/** "de" of "de-CH" */
const primary = (tag: string): string => tag.split('-')[0].toLowerCase()

/** The language that was chosen, or null where it is the system's. */
export function chosenLanguage(): Language | null {
  const chosen = localStorage.getItem(place)
  return isLanguage(chosen) ? chosen : null
}

/** Chooses a language, or with null the system's. The window has to be loaded again for it. */
export function chooseLanguage(language: Language | null): void {
  if (language) localStorage.setItem(place, language)
  else localStorage.removeItem(place)
}

/** What the window speaks: what was chosen, or the first of the system's languages that it knows, or English. */
export const language: Language =
  chosenLanguage() ?? systems().map(primary).find(isLanguage) ?? 'en'

/** How numbers and times are written: as the system does, unless another language was chosen than its own. */
export const locale: string =
  systems().find((tag) => chosenLanguage() === null || primary(tag) === language) ?? language
