let known

/** The version of the C library, such as `2.36`; undefined where it is not glibc (musl, macOS, Windows). */
export function glibcVersion() {
  if (process.platform !== 'linux') return undefined
  known ??= { version: readReport().header.glibcVersionRuntime }
  return known.version
}

function readReport() {
  // Without this a report looks up the names of all network peers.
  process.report.excludeNetwork = true
  return process.report.getReport()
}
