/** Until then a browser has begun to read what it saves, in milliseconds. */
const untilRead = 60_000

/** Saves a file where the browser or the desktop saves downloads. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), untilRead)
}
