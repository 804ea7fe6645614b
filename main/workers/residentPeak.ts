/** The largest resident memory that this process has had, in MB (10^6 bytes). */
export function residentPeak(): number {
  // Node gives it in kilobytes of 1,024 bytes on every system.
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
}
