/** A detector as a score names it: one that reads an encoder's features names that too, as `encoder-knn@resnet18`. */
export interface DetectorName { id: string; encoder: string | null }

/** The parts of a name. */
export function detectorName(text: string): DetectorName {
  const [id, encoder] = text.split('@', 2)
  return { id, encoder: encoder ?? null }
}

/** The name of a detector's scores by an encoder's features. */
export function detectorOf(id: string, encoder: string): string {
  return `${id}@${encoder}`
}

/** What is known of the detector of that name, its encoder being part of the name for people. */
export function describedDetector<T extends { id: string; name: string }>(all: readonly T[], text: string): T | undefined {
  const { id, encoder } = detectorName(text)
  const found = all.find((one) => one.id === id)
  return found && encoder !== null ? { ...found, id: text, name: `${found.name} (${encoder})` } : found
}
