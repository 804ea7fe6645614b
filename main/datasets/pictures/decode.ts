import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { Fit, IntensityRange } from '../importRequest.ts'
import { MAXIMUM_PIXELS } from '../limits.ts'
import { decodeBmp } from './bmp.ts'
import { padded } from './letterbox.ts'
import type { Header } from './header.ts'
import { decodePlainPng } from './plainPng.ts'
import { explained } from './decodingErrors.ts'
import { toBytes } from './values.ts'

sharp.block({ operation: ['VipsForeignLoadSvg'] })

/** What the pixels of every image become. */
export interface Target {
  height: number
  width: number
  fit: Fit
  /** For images of more than 8 bits. */
  range: IntensityRange
}

/** What is transparent is laid on white, as a page shows it. */
const BEHIND = '#ffffff'
const FITS = { fit: 'inside', crop: 'cover', stretch: 'fill' } as const

/** An image at the target's size in its own channels: 1 where its file has no colour, else 3. */
export interface Decoded {
  /** `height x width x channels` bytes, row by row, channels last. */
  pixels: Uint8Array
  channels: 1 | 3
}

/**
 * One image at the target's size.
 * Upright by EXIF, the first frame only, transparency on white, CMYK and palettes as RGB.
 * Throws `PictureProblem` for what cannot be decoded.
 */
export async function decode(bytes: Buffer, header: Header, target: Target): Promise<Decoded> {
  const exact = header.width === target.width && header.height === target.height
  const channels = header.grey ? 1 : 3
  if (exact && header.plain) return { pixels: decodePlainPng(bytes, header), channels }
  if (exact && header.format === 'record') return { pixels: bytes, channels }
  try {
    return { pixels: await resized(bytes, header, target, channels), channels }
  } catch (error) {
    throw explained(error, bytes)
  }
}

async function resized(bytes: Buffer, header: Header, target: Target, channels: 1 | 3): Promise<Uint8Array> {
  const image = opened(bytes, header).resize(target.width, target.height, { fit: FITS[target.fit] })
  const { data, info } = await raw(image, header)
  if (info.channels !== channels)
    throw new Error(`Decoding gave ${info.channels} channels instead of ${channels}.`)
  const pixels = toBytes(data, header.wide, target.range)
  return padded(pixels, { height: info.height, width: info.width, channels }, target)
}

/** The upright image on white, ready to be scaled. */
export function opened(bytes: Buffer, header: Header): Sharp {
  if (header.format === 'record')
    return sharp(bytes, { raw: { ...sides(header), channels: header.grey ? 1 : 3 } })
  if (header.format === 'bmp') {
    const { pixels, width, height } = decodeBmp(bytes)
    return sharp(pixels, { raw: { width, height, channels: 3 } })
  }
  const options = { failOn: 'error', limitInputPixels: MAXIMUM_PIXELS, sequentialRead: true } as const
  return sharp(bytes, options).autoOrient().flatten({ background: BEHIND })
}

function sides({ width, height }: Header) {
  return { width, height }
}

/** Pixels with colour space, alpha and depth fixed: what `raw` gives otherwise depends on the format. */
export function raw(image: Sharp, header: Header) {
  const space = (header.grey ? 'b-w' : 'srgb') as string
  const wide = header.grey ? 'grey16' : 'rgb16'
  const out = image.toColourspace(header.wide ? wide : space).removeAlpha()
  return out.raw({ depth: header.wide ? 'ushort' : 'uchar' }).toBuffer({ resolveWithObject: true })
}
