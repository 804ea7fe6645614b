/**
 * How classes are told apart: seven colours that people with any colour vision tell apart (Okabe and Ito
 * 2008; the eighth, vermilion, is kept for what is anomalous). After seven classes the shape changes, after
 * 28 the marks are hollow. The colours are CSS properties, since light and dark differ.
 */
export interface Mark {
  colour: string
  shape: Shape
  hollow: boolean
}

export type Shape = 'circle' | 'triangle' | 'rect' | 'diamond' | 'cross'

/** In the order of the shader's numbers. */
export const shapes: Shape[] = ['circle', 'triangle', 'rect', 'diamond', 'cross']

const colours = 7
const shapesOfClasses = 4

/** The mark of the i-th known class. */
export function classMark(i: number): Mark {
  const shape = shapes[Math.floor(i / colours) % shapesOfClasses]
  return {
    colour: `--class-${i % colours}`,
    shape,
    hollow: Math.floor(i / (colours * shapesOfClasses)) % 2 === 1,
  }
}

export const anomalyMark: Mark = { colour: '--anomaly', shape: 'cross', hollow: false }
export const otherMark: Mark = { colour: '--faint', shape: 'circle', hollow: true }

const outlines: Record<Shape, string> = {
  circle: 'M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1Z',
  triangle: 'M0,-1.1L1.05,.8H-1.05Z',
  rect: 'M-.88,-.88H.88V.88H-.88Z',
  diamond: 'M0,-1.2L1.1,0L0,1.2L-1.1,0Z',
  cross: 'M-.9,-.9L.9,.9M-.9,.9L.9,-.9',
}

/** The shape's outline as an SVG path around the origin, about two units wide. */
export const outline = (shape: Shape): string => outlines[shape]
