/**
 * Lets a reader sort each table by the column whose heading is pressed: figures by their value, with what is no figure
 * last, all else in the order of the alphabet. The page's policy knows it by its hash.
 */
export const sortScript = `
'use strict'
const value = (cell) => {
  const text = cell.textContent.replace(/[\\u202f\\u00a0,]/g, '').replace(/\\u2212/g, '-').trim()
  const number = /^-?\\d+(\\.\\d+)?(e-?\\d+)?/i.exec(text)
  return number ? Number(number[0]) : text
}
const order = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a.localeCompare(b, 'en', { numeric: true })
}
function sort(table, head, column) {
  const down = head.getAttribute('aria-sort') === 'ascending'
  for (const one of table.tHead.rows[0].cells) one.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: value(row.cells[column]) }))
  rows.sort((a, b) => (typeof a.key === typeof b.key && down ? order(b.key, a.key) : order(a.key, b.key)))
  table.tBodies[0].append(...rows.map(({ row }) => row))
}
for (const table of document.querySelectorAll('table')) {
  if (!table.tHead || table.tBodies[0].rows.length < 2) continue
  ;[...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => sort(table, head, column))
  })
}
`
