/** @throws where the picture is larger than the browser can write */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!png) throw new Error(`the picture of ${canvas.width} by ${canvas.height} pixels could not be written as PNG`)
  return png
}
