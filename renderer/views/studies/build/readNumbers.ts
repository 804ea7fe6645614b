/** A whole number from 0, or null where the text is none. */
export const wholeNumber = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null)

/** A number where the text is one, else the word itself. */
export function numberOrWord(text: string): number | string {
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

export const word = (text: string): string => text
