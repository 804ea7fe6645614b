/**
 * How classes are told apart: seven of the eight colours of Okabe and Ito (2008), which people with any
 * colour vision tell apart; the eighth, vermilion, is kept for what is anomalous. After seven classes the
 * shape changes, after 28 the marks are hollow. The colours themselves are CSS properties of the page, since
 * light and dark differ.
 */
export interface Mark {
  colour: string
  shape: Shape
  hollow: boolean
}

export type Shape = 'circle' | 'rect' | 'triangle' | 'diamond' | 'cross'

const colours = 7
const shapes: Shape[] = ['circle', 'triangle', 'rect', 'diamond']

/** The mark of the i-th known class. */
export function classMark(i: number): Mark {
  const shape = shapes[Math.floor(i / colours) % shapes.length]
  return {
    colour: `var(--class-${i % colours})`,
    shape,
    hollow: Math.floor(i / (colours * shapes.length)) % 2 === 1,
  }
}

export const anomalyMark: Mark = { colour: 'var(--anomaly)', shape: 'cross', hollow: true }
export const otherMark: Mark = { colour: 'var(--faint)', shape: 'circle', hollow: false }

const outlines: Record<Shape, string> = {
  circle: 'M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1Z',
  rect: 'M-.9,-.9H.9V.9H-.9Z',
  triangle: 'M0,-1.1L1,.8H-1Z',
  diamond: 'M0,-1.2L1.1,0L0,1.2L-1.1,0Z',
  cross: 'M-1,-1L1,1M-1,1L1,-1',
}

/** The shape's outline as an SVG path around the origin, about two units wide. */
export function outline(shape: Shape): string {
  return outlines[shape]
}

/** More known classes than this share a mark with another class. */
export const distinctMarks = colours * shapes.length * 2
