/** One thing that was looked at, and what to do where it is not as it should be. */
export interface Check {
  name: string
  ok: boolean
  detail: string
  hint: string | null
}

export const good = (name: string, detail: string): Check => ({ name, ok: true, detail, hint: null })
export const bad = (name: string, detail: string, hint: string | null): Check => ({
  name,
  ok: false,
  detail,
  hint,
})
