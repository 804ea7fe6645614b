/** What a text says as JSON; undefined for what is no JSON, which every schema refuses that asks for something. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
