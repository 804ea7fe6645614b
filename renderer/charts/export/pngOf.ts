import { t } from '../../words/words.ts'

/** @throws where the picture is larger than the browser can write */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!png) {
    const [width, height] = [String(canvas.width), String(canvas.height)]
    throw new Error(t('the picture of {width} by {height} pixels could not be written as PNG', { width, height }))
  }
  return png
}
