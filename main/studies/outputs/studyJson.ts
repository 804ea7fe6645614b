import type { CellResult } from '../../contract/studies.ts'
import type { StudyTables } from './studyTables.ts'

/** Every table of a study in full precision, and the cells that they come from, by their keys, a line each. */
export function studyJson(tables: StudyTables, cells: readonly CellResult[]): string {
  const place = ({ key, set, case: held, seed, arm, varied }: CellResult) =>
    JSON.stringify([key, set, held, seed, arm, varied])
  const sorted = cells.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  const lines = sorted.map((cell) => `    ${JSON.stringify(cell)}`)
  return `${JSON.stringify(tables, null, 2).slice(0, -2)},\n  "cells": [\n${lines.join(',\n')}\n  ]\n}\n`
}
