import sharp from 'sharp'

/** Files whose headers are read at once. */
export const CHECKS_IN_FLIGHT = 16
/** Files that are read and decoded at once. */
export const DECODES_IN_FLIGHT = 16

/** Set for the process before it starts: libuv's threads read and decode files. */
export const IMPORT_ENVIRONMENT = { UV_THREADPOOL_SIZE: '4' } as const

/** One thread an image (the images are small, and many are decoded at once), nothing kept after use. */
export function prepareDecoding(): void {
  sharp.concurrency(1)
  sharp.cache(false)
}
