const prefix = 'imported:'

/** What a score counts as a detector whose numbers were computed elsewhere. */
export function importedDetector(name: string): string {
  return prefix + name
}

/** The name under which a detector's scores were imported; null where Lacuna computed them. */
export function importedName(detector: string): string | null {
  return detector.startsWith(prefix) ? detector.slice(prefix.length) : null
}
