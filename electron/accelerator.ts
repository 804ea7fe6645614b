const names: Record<string, string> = {
  Mod: 'CommandOrControl', ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down', ' ': 'Space',
}

/** A command's keys in Electron's words; null where it has none for them. */
export function acceleratorOf(keys: string): string | null {
  const parts = keys.split('+').map((part) => names[part] ?? part)
  return parts.every((part) => /^[\x21-\x7e]+$/.test(part)) ? parts.join('+') : null
}
