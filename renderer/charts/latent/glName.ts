let known: string | null | undefined

/**
 * What draws WebGL here, as the browser names it: a graphics card, or a program such as SwiftShader. Null where
 * nothing does.
 */
export function glName(): string | null {
  known ??= asked()
  return known
}

function asked(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return null
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : null
}

/** Whether a program draws in place of a graphics card, by its name. */
export const drawnBySoftware = (name: string | null): boolean =>
  /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name ?? '')
