/** What a source is called: its own name, without the ending of an archive or a list. */
export function nameOfSource(source: string): string {
  const last = source.trim().replace(/[/\\]+$/, '').split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\.(zip|csv)$/i, '') || 'images'
}

/** The name, with a number behind it where there is such a project already: `parts`, `parts 2`. */
export function freeName(name: string, taken: string[]): string {
  if (!taken.includes(name)) return name
  for (let number = 2; ; number++) {
    if (!taken.includes(`${name} ${number}`)) return `${name} ${number}`
  }
}
