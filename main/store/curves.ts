import type Database from 'better-sqlite3'
import type { CurvePoint } from '../contract/ensembles.ts'

/**
 * Queries on the members' curves, a point an epoch; kept from the first epoch on, not only when a member is
 * done.
 */
export type Curves = ReturnType<typeof curves>

export function curves(db: Database.Database) {
  const list = db.prepare<[string], CurvePoint>(`SELECT epoch, step, loss, reconstruction, divergence,
    validation_loss AS validationLoss, learning_rate AS learningRate, seconds
    FROM curve_points WHERE key = ? ORDER BY epoch`)
  const put =
    db.prepare(`INSERT OR REPLACE INTO curve_points VALUES (@key, @epoch, @step, @loss, @reconstruction,
    @divergence, @validationLoss, @learningRate, @seconds)`)
  const remove = db.prepare('DELETE FROM curve_points WHERE key = ?')
  return {
    of: (key: string) => list.all(key),
    put: (key: string, point: CurvePoint) => void put.run({ ...point, key }),
    replace: (key: string, points: CurvePoint[]) => {
      remove.run(key)
      points.forEach((point) => put.run({ ...point, key }))
    },
  }
}
