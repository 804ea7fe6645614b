/** How strongly a point is drawn. */
export const Emphasis = { hidden: 0, dim: 1, normal: 2, selected: 3 } as const
