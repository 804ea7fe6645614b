/** A word as it stands at the beginning. */
export const capital = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())
