/** The time as the tables keep it: ISO 8601 in UTC. */
export const now = (): string => new Date().toISOString()
