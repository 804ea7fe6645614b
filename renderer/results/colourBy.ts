/** What the colours of points stand for. */
export type ColourBy = 'class' | 'role' | 'score' | 'verdict' | 'disagreement'

export const colourNames: Record<ColourBy, string> = {
  class: 'Class',
  role: 'Role',
  score: 'Score',
  verdict: 'Verdict',
  disagreement: 'Disagreement',
}
