import type { RandomStream } from '../../../models/random.ts'

export interface ImageShape { height: number; width: number; channels: number }

/** Spoils an image with values in [0, 1], height x width x channels, into another one of the same shape. */
export type Spoil = (image: Float32Array, shape: ImageShape, random: RandomStream) => Float32Array

/** A way to spoil images in five severities, 1 to 5, after Hendrycks and Dietterich (2019), ImageNet-C. */
export type Spoiler = (severity: number) => Spoil

export const inRange = (value: number): number => Math.min(1, Math.max(0, value))
