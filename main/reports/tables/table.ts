/** A table as text, before it becomes Markdown, LaTeX, HTML or lines of a terminal. */
export interface Table { columns: Column[]; rows: Cell[][] }

/** Numbers stand to the right. */
export interface Column { title: string; numeric: boolean }

/** `strong`: the best by the paired test. */
export interface Cell { text: string; strong?: boolean }

export const words = (title: string): Column => ({ title, numeric: false })
export const numbers = (title: string): Column => ({ title, numeric: true })

/** A row of plain texts. */
export const plain = (...texts: string[]): Cell[] => texts.map((text) => ({ text }))

/** What stands where there is no figure. */
export const none = '–'

/** Marks what is not over all cells. */
export const partial = '†'
