/** What is used of csv-stringify in the window: its own types bring Node's along. */
export function stringify(
  rows: readonly (readonly unknown[])[],
  options: { escape_formulas: boolean; cast: { number(value: number): string } },
): string
