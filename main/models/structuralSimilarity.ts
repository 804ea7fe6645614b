import * as tf from '@tensorflow/tfjs-core'

const WINDOW = 11
const SIGMA = 1.5
/** (K1 L)^2 and (K2 L)^2 with K1 = 0.01, K2 = 0.03 and the values' range L = 1. */
const C1 = 0.01 ** 2
const C2 = 0.03 ** 2

/**
 * The mean structural similarity of images and their likenesses, values in [0, 1], batch x height x width x channels
 * both: Wang, Bovik, Sheikh and Simoncelli 2004, eq. 13, under a Gaussian window of 11 x 11 pixels and sigma 1.5,
 * averaged over the places where the window lies inside the image, and over the channels.
 *
 * An image with a side below 11 pixels gets the largest odd window that fits into it, and a sigma that is as much
 * smaller.
 * @returns batch; 1 where the two are the same
 */
export function structuralSimilarity(images: tf.Tensor4D, likenesses: tf.Tensor4D): tf.Tensor1D {
  const products = [tf.square(images), tf.square(likenesses), tf.mul(images, likenesses)]
  const local = localMeans(tf.concat([images, likenesses, ...products] as tf.Tensor4D[], 3))
  const [a, b, aa, bb, ab] = tf.split(local, 5, 3)
  const [squares, product] = [tf.add(tf.square(a), tf.square(b)), tf.mul(a, b)]
  const luminance = ratio(tf.mul(product, 2), squares, C1)
  const structure = ratio(tf.mul(tf.sub(ab, product), 2), tf.sub(tf.add(aa, bb), squares), C2)
  return tf.mean(tf.mul(luminance, structure), [1, 2, 3])
}

/** (x + c) / (y + c). */
const ratio = (x: tf.Tensor, y: tf.Tensor, c: number): tf.Tensor => tf.div(tf.add(x, c), tf.add(y, c))

/** Weighted means of each channel under the window, wherever it fits: along the columns, then along the rows. */
function localMeans(maps: tf.Tensor4D): tf.Tensor4D {
  const [, height, width, channels] = maps.shape
  const window = gaussianWindow(Math.min(height, width))
  const weights = Float32Array.from({ length: window.length * channels }, (_, i) => window[Math.floor(i / channels)])
  const along = (shape: [number, number]) => tf.tensor4d(weights, [...shape, channels, 1])
  const columns = tf.depthwiseConv2d(maps, along([window.length, 1]), 1, 'valid')
  return tf.depthwiseConv2d(columns, along([1, window.length]), 1, 'valid')
}

/** The window along one side, its weights adding up to 1. */
function gaussianWindow(side: number): number[] {
  const size = Math.min(WINDOW, side - (side + 1) % 2)
  const sigma = SIGMA * size / WINDOW
  const weights = Array.from({ length: size }, (_, i) => Math.exp(-((i - (size - 1) / 2) ** 2) / (2 * sigma ** 2)))
  const sum = weights.reduce((a, b) => a + b)
  return weights.map((weight) => weight / sum)
}
