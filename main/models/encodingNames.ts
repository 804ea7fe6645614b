/** Errors of the reconstruction from the posterior mean, one number an image each (`reconstruction.ts`). */
export type ReconstructionError = 'bce' | 'mse' | 'ssim'

/**
 * What a member can say of an image, by name, as so many numbers an image: posterior mean and log-variance (d each), the
 * encoder's dense features, a classifier's logits (one a known class), and the errors of the reconstruction from the
 * posterior mean (one each).
 */
export type EncodingName = 'means' | 'logVariances' | 'features' | 'logits' | ReconstructionError

/** Encodings of the same images in the same order, images x width, flat. */
export type Encodings = Partial<Record<EncodingName, Float32Array>>
