/** Shown while the engine starts. */
export const startingPath = '/host/starting.html'

const stylePath = '/host/placeholder.css'

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText }
body { display: grid; place-content: center; min-height: 100vh; margin: 0 }
main { max-width: 34rem; padding: 2rem }
h1 { font-size: 1.25rem; margin: 0 0 .5rem }
p { margin: 0 0 .75rem }
`

export function isPlaceholder(pathname: string): boolean {
  return pathname.startsWith('/host/')
}

/** What the host shows by itself, without the engine. */
export function placeholder(pathname: string): Response {
  if (pathname === stylePath) return new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8' } })
  if (pathname === startingPath) return page('<h1>Lacuna</h1><p role="status">Starting …</p>')
  return new Response(null, { status: 404 })
}

/** Why there is no window, and a way to try again. */
export function failurePage(error: unknown): Response {
  const { message, hint } = error as { message: string; hint?: string | null }
  const sentences = [message, ...(hint ? [hint] : [])].map((text) => `<p>${escaped(text)}</p>`)
  return page(`<h1>Lacuna cannot start</h1>${sentences.join('')}<p><a href="/">Try again</a></p>`, 503)
}

function page(body: string, status = 200): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lacuna</title>
<link rel="stylesheet" href="${stylePath}"><main>${body}</main></html>`
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } })
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
  return text.replaceAll(/[&<>"]/g, (character) => `&${names[character]};`)
}
