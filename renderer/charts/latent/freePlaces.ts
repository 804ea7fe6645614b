type Place = [x: number, y: number] | null

/** How large a letter of a name is on the screen, about. */
const [letter, line] = [6.8, 15]

/**
 * The places of names, null for those that would cover one that comes before.
 * @param places middles in pixels
 */
export function freePlaces(places: Place[], names: string[]): Place[] {
  const taken: { x: number; y: number; half: number }[] = []
  return places.map((place, i) => {
    if (!place) return null
    const [[x, y], half] = [place, (names[i].length * letter) / 2]
    const covers = taken.some((one) => Math.abs(one.x - x) < one.half + half && Math.abs(one.y - y) < line)
    if (covers) return null
    taken.push({ x, y, half })
    return place
  })
}
