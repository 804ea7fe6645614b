/** One convolution of the encoder, 3x3 'same' with ReLU; the decoder mirrors it transposed. */
export interface Stage { filters: number; stride: 1 | 2 }

export interface ImageShape { height: number; width: number; channels: number }

/** The network of a member: encoder stages, one dense layer, posterior of `latent` dimensions, mirrored decoder. */
export interface Architecture { image: ImageShape; stages: Stage[]; dense: number; latent: number }

export type ArchitectureName = 'auto' | 'mnist' | 'fashion-mnist' | 'cifar-10'

const stage = (filters: number, stride: 1 | 2): Stage => ({ filters, stride })

/** The paper's three networks (src/Model_Builder of its code): filters and strides by data set. */
const paperStages: Record<Exclude<ArchitectureName, 'auto'>, Stage[]> = {
  mnist: [stage(32, 2), stage(64, 2)],
  'fashion-mnist': [stage(16, 1), stage(32, 2), stage(64, 2)],
  'cifar-10': [stage(64, 2), stage(128, 2), stage(256, 2)],
}

/**
 * Stages for any image: stride 2 until the map is at most 8x8, filters from 32 doubling to 256.
 * @param image sides of 8 to 1024 pixels
 */
function stagesFor(image: ImageShape): Stage[] {
  const stages: Stage[] = []
  for (let side = Math.max(image.height, image.width); side > 8; side = Math.ceil(side / 2)) {
    stages.push(stage(Math.min(32 * 2 ** stages.length, 256), 2))
  }
  return stages.length > 0 ? stages : [stage(32, 1)]
}

/**
 * The network for images of that shape.
 * @throws RangeError where a size does not fit a network
 */
export function architectureFor(
  name: ArchitectureName, image: ImageShape, dense: number, latent: number,
): Architecture {
  if (!(image.height >= 8 && image.width >= 8 && image.channels >= 1)) {
    throw new RangeError(`A member needs images of at least 8 x 8 pixels, got ${image.height} x ${image.width}.`)
  }
  return { image, stages: name === 'auto' ? stagesFor(image) : paperStages[name], dense, latent }
}

/** Height, width and channels of the encoder's maps: the image first, then after each stage ('same' padding). */
export function mapSizes({ image, stages }: Architecture): [height: number, width: number, channels: number][] {
  const sizes: [number, number, number][] = [[image.height, image.width, image.channels]]
  for (const { filters, stride } of stages) {
    const [height, width] = sizes[sizes.length - 1]
    sizes.push([Math.ceil(height / stride), Math.ceil(width / stride), filters])
  }
  return sizes
}
