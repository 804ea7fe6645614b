/**
 * What separates the cells of a table: of comma, semicolon and tab the one that the first line has most of. (Taking all
 * three for separators would cut a cell in two that holds one of the others.)
 * @param start the beginning of the table
 */
export function delimiterOf(start: string): string {
  const [line] = start.split('\n')
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** So many bytes of a table are enough to find out. */
export const delimiterBytes = 4096
