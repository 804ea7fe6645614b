import { Histogram, rounded } from './histogram.ts'
import type { Spread } from './histogram.ts'
import type { Size } from './importRequest.ts'

export type { Spread } from './histogram.ts'

/** What an image set looks like as a whole, kept to tell whether later images are like it. */
export interface Statistics {
  images: number
  /** 0 black, 1 white: mean over all images. */
  meanBrightness: number
  /** Of an image's mean, 0 to 1. */
  brightness: Spread
  /** Of an image's standard deviation, 0 to 0.5. */
  contrast: Spread
  /** Longer side of the originals, pixels. */
  longSide: Spread
  /** Width over height of the originals. */
  proportion: Spread
  /** Share of images in colour, 0 to 1. */
  inColour: number
}

/** Measures of one image's pixels. */
export interface Appearance {
  /** Mean, 0 to 255. */
  mean: number
  /** Standard deviation, 0 to 127.5. */
  deviation: number
  inColour: boolean
}

/** A JPEG or WebP of a grey picture may come back this far from R = G = B. */
const GREY_TOLERANCE = 2

/** Brightness, contrast and colour of one image: `channels` bytes a pixel. */
export function appearance(pixels: Uint8Array, channels: 1 | 3): Appearance {
  let sum = 0
  let squares = 0
  for (const value of pixels) {
    sum += value
    squares += value * value
  }
  const mean = sum / pixels.length
  const deviation = Math.sqrt(Math.max(0, squares / pixels.length - mean * mean))
  return { mean, deviation, inColour: channels === 3 && hasColour(pixels) }
}

function hasColour(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) {
    const spread = Math.max(rgb[at], rgb[at + 1], rgb[at + 2]) - Math.min(rgb[at], rgb[at + 1], rgb[at + 2])
    if (spread > GREY_TOLERANCE) return true
  }
  return false
}

/** Gathers the statistics of a set, image by image, in constant memory. */
export class StatisticsSurvey {
  #images = 0
  #inColour = 0
  #sum = 0
  #brightness = new Histogram(1)
  #contrast = new Histogram(1)
  #longSide = new Histogram(1)
  #proportion = new Histogram(0.01, true)

  add(original: Size, seen: Appearance): void {
    this.#images += 1
    this.#inColour += Number(seen.inColour)
    this.#sum += seen.mean
    this.#brightness.add(seen.mean)
    this.#contrast.add(seen.deviation)
    this.#longSide.add(Math.max(original.height, original.width))
    this.#proportion.add(original.width / original.height)
  }

  get anyInColour(): boolean {
    return this.#inColour > 0
  }

  finish(): Statistics {
    const n = Math.max(1, this.#images)
    return {
      images: this.#images,
      meanBrightness: rounded(this.#sum / n / 255),
      brightness: this.#brightness.spread(1 / 255),
      contrast: this.#contrast.spread(1 / 255),
      longSide: this.#longSide.spread(1),
      proportion: this.#proportion.spread(1),
      inColour: rounded(this.#inColour / n),
    }
  }
}
