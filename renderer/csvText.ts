/** Rows as a CSV file has them, RFC 4180: cells are quoted where they must be. */
export function csvText(header: string[], rows: Iterable<readonly (string | number | null)[]>): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
