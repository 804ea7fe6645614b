import fc from 'fast-check'

/** Scores with their marks, at least `least` anomalies and as many normals, often tied. */
export function scored(least = 1) {
  const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }))
  const kind = fc.array(score, { minLength: least, maxLength: 25 })
  return fc.tuple(kind, kind, fc.boolean()).map(([anomalies, normals, mixed]) => {
    const images = [...anomalies.map((s) => [s, 1]), ...normals.map((s) => [s, 0])]
    const order = mixed ? images.toSorted((a, b) => String(a).localeCompare(String(b))) : images
    return { scores: order.map(([s]) => s), isAnomaly: order.map(([, mark]) => mark) }
  })
}

export const options = { seed: 2024, numRuns: 200 }
