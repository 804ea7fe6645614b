type Place = [x: number, y: number] | null

/** How large a letter of a name is on the screen, about. */
const [letter, line] = [6.8, 15]

/** Lines that a name may be moved up or down to be free. */
const moves = [0, -1, 1]

/**
 * The places of names, moved a little where they would cover one that comes before, null where that does not help.
 * @param places middles in pixels
 */
export function freePlaces(places: Place[], names: string[]): Place[] {
  const taken: { x: number; y: number; half: number }[] = []
  return places.map((place, i) => {
    const half = (names[i].length * letter) / 2
    const isFree = ([x, y]: [number, number]) =>
      taken.every((one) => Math.abs(one.x - x) >= one.half + half || Math.abs(one.y - y) >= line)
    const free = place && moves.map((move): [number, number] => [place[0], place[1] + move * line]).find(isFree)
    if (!free) return null
    taken.push({ x: free[0], y: free[1], half })
    return free
  })
}
