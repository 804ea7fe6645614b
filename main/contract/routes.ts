/**
 * What travels beside the typed contract: numbers as raw little-endian bytes in the order of the image set's images, and
 * pictures. All but `upload` are GET, below the same origin as `/rpc`. What is not there is answered with 404 and a `Failure` as JSON.
 * Answers have the content's hash as their ETag; an address that ends in that hash (`content`) is answered with
 * `immutable`, any other is asked for again and then answered with 304 where nothing changed.
 */
export const routes = {
  /** Float32 x images. */
  scores: (scoreId: number): string => `/arrays/scores/${scoreId}`,
  /** Int16 x images: the nearest known class, an index into the classes of the set that the ensemble was trained on. */
  nearest: (scoreId: number): string => `/arrays/nearest/${scoreId}`,
  /** Float32, images x d: what a member has as posterior means; there once the set was scored, or is the ensemble's own. */
  means: (ensembleId: number, member: number, imageSetId: number): string =>
    `/arrays/means/${ensembleId}/${member}/${imageSetId}`,
  /**
   * What a member is like, as `readPreview` of trainingPreview.ts reads it: while it is trained the newest, then the last.
   * 204 where nobody has looked at it yet.
   */
  preview: (ensembleId: number, member: number): string => `/arrays/preview/${ensembleId}/${member}`,
  /** Int32 x images: indices into the set's classes, -1 where an image has none. */
  labels: (imageSetId: number): string => `/arrays/labels/${imageSetId}`,
  /** Uint8 x images: 0 train, 1 validation, 2 test. */
  splits: (imageSetId: number): string => `/arrays/splits/${imageSetId}`,
  /** Int32 x common images: where the images that several scores have in common lie in a column's set. */
  common: (scoreIds: number[], column: number): string => `/arrays/common/${scoreIds.join('-')}/${column}`,
  /**
   * The original as WebP in its own proportions, its longer side at most `size` pixels (32 to 1024) and never enlarged; up to
   * 64 pixels without loss.
   * @param content the image's hash (`ImageRow.hash`), where it is known
   */
  image: (imageSetId: number, position: number, size: number, content?: string): string =>
    `/images/${imageSetId}/${position}?size=${size}${content ? `&content=${content}` : ''}`,
  /** Uint8, height x width x channels of the set's snapshot: the image as members see it. */
  pixels: (imageSetId: number, position: number): string => `/pixels/${imageSetId}/${position}`,
  /** Uint8, members x height x width x channels: the image as each trained member draws it from its posterior mean. */
  redrawn: (ensembleId: number, imageSetId: number, position: number): string =>
    `/redrawn/${ensembleId}/${imageSetId}/${position}`,
  /**
   * A .zip or .lacuna file that a browser sends, as it does not tell where it lies. GET: 204 where it may be sent; POST, with
   * the file as its body: `{ path }`, where it lies in the workspace now. It stays as long as an image set has it as source.
   */
  upload: (name: string, bytes: number): string => `/uploads?name=${encodeURIComponent(name)}&bytes=${bytes}`,
} as const

/** Sides of thumbnails in pixels. */
export const thumbnailSizes = { least: 32, most: 1024 } as const
