/** The drawing area's distance from the edges, in pixels: what lies over a chart keeps to it. */
export interface PlotMargins { left: number; right: number; top: number; bottom: number }

/** The margins as a style for what lies over the drawing area. */
export const insetOf = ({ left, right, top, bottom }: PlotMargins): Record<string, string> =>
  ({ left: `${left}px`, right: `${right}px`, top: `${top}px`, bottom: `${bottom}px` })

/** A chart's grid that keeps to its margins: by itself the library would move it for long names of axes. */
export const gridOf = (margins: PlotMargins): object => ({ ...margins, outerBoundsMode: 'none' })
