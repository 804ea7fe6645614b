import { Color, LinearSRGBColorSpace, ShaderMaterial } from 'three'
import type { PointSize } from './pointSize.ts'

// A point is drawn as a square sprite; the fragment shader cuts the mark of its class out of it. `look` is
// the number of the shape, plus 8 where the mark is hollow; `emphasis` as in `Emphasis`. In depth, points
// nearer than `distance` are larger, and those behind it, within `reach`, fade into the page.
const vertexShader = `
attribute vec3 colour;
attribute float look;
attribute float emphasis;
uniform float size;
uniform float alpha;
uniform float distance;
uniform float reach;
uniform vec3 page;
varying vec3 tint;
varying float shape;
varying float hollow;
varying float strength;
varying float pixel;

void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  tint = colour;
  hollow = step(7.5, look);
  shape = look - 8.0 * hollow;
  strength = emphasis < 1.5 ? 0.16 * alpha : (emphasis < 2.5 ? alpha : 1.0);
  float wide = emphasis > 2.5 ? size * 1.35 : size;
  if (distance > 0.0) {
    wide *= clamp(distance / gl_Position.w, 0.5, 1.9);
    tint = mix(tint, page, 0.62 * clamp((gl_Position.w - distance + reach) / (2.0 * reach), 0.0, 1.0));
  }
  gl_PointSize = wide;
  pixel = 2.0 / wide;
  if (emphasis < 0.5) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); gl_PointSize = 0.0; }
}`

const fragmentShader = `
varying vec3 tint;
varying float shape;
varying float hollow;
varying float strength;
varying float pixel;
uniform float opaque;

float distanceTo(vec2 p, float shape) {
  vec2 a = abs(p);
  if (shape < 0.5) return length(p) - 0.72;
  if (shape < 1.5) return max(a.x * 0.866 + p.y * 0.5, -p.y) - 0.5;
  if (shape < 2.5) return max(a.x, a.y) - 0.64;
  if (shape < 3.5) return (a.x + a.y) * 0.707 - 0.62;
  return max(min(abs(p.x - p.y), abs(p.x + p.y)) * 0.707 - 0.19, max(a.x, a.y) - 0.74);
}

void main() {
  vec2 p = vec2(gl_PointCoord.x, 1.0 - gl_PointCoord.y) * 2.0 - 1.0;
  float d = distanceTo(p, shape);
  if (hollow > 0.5) d = abs(d + 0.16) - 0.16;
  float cover = 1.0 - smoothstep(-pixel, pixel, d);
  if (cover < (opaque > 0.5 ? 0.5 : 0.01)) discard;
  gl_FragColor = vec4(tint, cover * strength);
}`

/** What is dimmed, and what is not: the same but for the depth, so that the dimmed never hides the others. */
export interface PointMaterials { dimmed: ShaderMaterial; plain: ShaderMaterial }

export function pointMaterials(): PointMaterials {
  const uniforms = {
    size: { value: 8 },
    alpha: { value: 1 },
    distance: { value: 0 },
    reach: { value: 1 },
    page: { value: new Color() },
    opaque: { value: 0 },
  }
  const material = () =>
    new ShaderMaterial({ vertexShader, fragmentShader, transparent: true, depthTest: false, depthWrite: false, uniforms })
  return { dimmed: material(), plain: material() }
}

/** @param deep whether points hide those behind them: then they have no soft edge */
export function setDepth({ dimmed, plain }: PointMaterials, deep: boolean): void {
  dimmed.depthTest = plain.depthTest = plain.depthWrite = deep
  plain.uniforms.opaque.value = Number(deep)
}

/** Both share their uniforms. @param deep whether points fade by their distance alone */
export function setPointSize({ plain: { uniforms } }: PointMaterials, { pixels, alpha }: PointSize, deep: boolean): void {
  uniforms.size.value = pixels * window.devicePixelRatio
  uniforms.alpha.value = deep ? 1 : alpha
}

/** From where points are seen, and how far before and behind that they lie; null in a plane. */
export function setDistance({ plain: { uniforms } }: PointMaterials, from: { distance: number; reach: number } | null): void {
  uniforms.distance.value = from?.distance ?? 0
  if (from) uniforms.reach.value = from.reach
}

/** What points fade into. */
export function setPage({ plain: { uniforms } }: PointMaterials, colour: string): void {
  uniforms.page.value.setStyle(colour, LinearSRGBColorSpace)
}
