/** An IDX file of images: big-endian header, then the pixels. */
export function idxImages(
  height: number,
  width: number,
  pixels: Uint8Array,
  stated = pixels.length / height / width,
): Buffer {
  return Buffer.concat([idxHead(stated, height, width), pixels])
}

export function idxLabels(labels: number[]): Buffer {
  return Buffer.concat([idxHead(labels.length), Buffer.from(labels)])
}

function idxHead(...dimensions: number[]): Buffer {
  const head = Buffer.from([0, 0, 8, dimensions.length, ...dimensions.flatMap(() => [0, 0, 0, 0])])
  dimensions.forEach((dimension, i) => head.writeUInt32BE(dimension, 4 + 4 * i))
  return head
}

/** A record of CIFAR-10's binary version: a label, then the red, the green and the blue plane. */
export function cifarRecord(label: number, red: number, green: number, blue: number): Buffer {
  const planes = [red, green, blue].map((value) => Buffer.alloc(1024, value))
  return Buffer.concat([Buffer.from([label]), ...planes])
}
