/** How a column of a comparison is told from the others: a letter, a colour of Okabe and Ito's, and a dash. */
export interface ColumnLook { letter: string; colour: string; dash: 'solid' | number[] }

/** So many columns there are at most. */
export const mostColumns = 4

export const columnLooks: ColumnLook[] = [
  { letter: 'A', colour: '--class-0', dash: 'solid' },
  { letter: 'B', colour: '--class-1', dash: [9, 4] },
  { letter: 'C', colour: '--class-2', dash: [2, 3] },
  { letter: 'D', colour: '--class-4', dash: [10, 3, 2, 3] },
]
