export type Format = 'jpeg' | 'png' | 'webp' | 'tiff' | 'bmp' | 'gif' | 'avif'

const ENDINGS = new Set('jpg jpeg jpe jfif png webp tif tiff bmp dib gif avif heic heif jxl jp2'.split(' '))

/** Does the name promise an image? What it really is, `sniff` tells. */
export function looksLikeImage(name: string): boolean {
  return ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}

/** The format by the file's first bytes, whatever its name; undefined for anything that is not read. */
export function sniff(head: Buffer): Format | undefined {
  const at = (offset: number, text: string) => head.toString('latin1', offset, offset + text.length) === text
  if (at(0, '\xff\xd8\xff')) return 'jpeg'
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'gif'
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'webp'
  if (isTiff(head)) return 'tiff'
  if (at(4, 'ftyp') && /avi[fs]/.test(brands(head))) return 'avif'
  if (at(0, 'BM')) return 'bmp'
  return undefined
}

/** The name of an image format that is recognised but not read. */
export function sniffUnread(head: Buffer): string | undefined {
  if (head.toString('latin1', 4, 8) === 'ftyp' && /hei[cxs]|hevc|mif1/.test(brands(head))) return 'HEIC'
  if (head.toString('latin1', 4, 8) === 'JXL ' || head.toString('latin1', 0, 2) === '\xff\x0a')
    return 'JPEG XL'
  if (head.toString('latin1', 4, 8) === 'jP  ') return 'JPEG 2000'
  if (/^(\uFEFF)?\s*(<\?xml[^]*)?<svg[\s>/]/i.test(head.toString('utf8', 0, 1024))) return 'SVG'
  return undefined
}

function brands(head: Buffer): string {
  return head.toString('latin1', 8, Math.min(head.readUInt32BE(0), 64))
}

function isTiff(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 4)
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(start)
}
