/**
 * Pixels as a canvas takes them.
 * @param pixels uint8, height x width x channels
 * @param channels 1 for grey, 3 for colour
 * @returns uint8, height x width x 4, opaque
 */
export function rgbaOf(pixels: Uint8Array, channels: number): Uint8ClampedArray<ArrayBuffer> {
  const count = pixels.length / channels
  const rgba = new Uint8ClampedArray(count * 4)
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = pixels[i * channels + (channels === 1 ? 0 : c)]
    rgba[4 * i + 3] = 255
  }
  return rgba
}
