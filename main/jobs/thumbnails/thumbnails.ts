import path from 'node:path'
import { EngineFailure, type FailureCode } from '../../contract/errors.ts'
import type { ImageRecord } from '../../store/images.ts'
import type { ThumbnailAnswer, ThumbnailOrder } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { NewestFirst } from '../standing/newestFirst.ts'
import { ThumbnailCache } from './thumbnailCache.ts'
import { thumbnailProcess } from './thumbnailProcess.ts'

export interface ThumbnailLimits { cacheBytes: number; waiting: number; processes: number }

const usual = (cores: number): ThumbnailLimits =>
  ({ cacheBytes: 256_000_000, waiting: 1000, processes: Math.min(4, Math.max(1, cores >> 1)) })

/** Thumbnails of originals: from the disk where one was made before, else made by a worker process. */
export class Thumbnails {
  readonly #store: Shop['store']
  readonly #cache: ThumbnailCache
  readonly #queue: NewestFirst<ThumbnailOrder, ThumbnailAnswer>
  #orders = 0

  constructor({ store, scripts, cores }: Pick<Shop, 'store' | 'scripts' | 'cores'>, limits: Partial<ThumbnailLimits> = {}) {
    const { cacheBytes, waiting, processes } = { ...usual(cores), ...limits }
    const work = path.join(store.workspace, 'work')
    this.#store = store
    this.#cache = new ThumbnailCache(path.join(store.workspace, 'cache', 'thumbnails'), cacheBytes)
    const those = Array.from({ length: processes }, () => thumbnailProcess(scripts.thumbnail, work))
    this.#queue = new NewestFirst(those, waiting, 'pictures')
  }

  /**
   * A WebP of an image, its longer side at most `size` pixels.
   * @throws EngineFailure NOT_FOUND where the original is gone or is not what was imported, UNAVAILABLE where too many wait
   */
  async of(imageSetId: number, image: ImageRecord, size: number, signal?: AbortSignal): Promise<Buffer<ArrayBuffer>> {
    const range = this.#store.imageSets.found(imageSetId)!.shape.range
    const name = `${[image.hash, size, ...(range[0] === 0 && range[1] === 255 ? [] : range)].join('-')}.webp`
    return (await this.#cache.read(name)) ?? this.#make(imageSetId, image, { size, range, name }, signal)
  }

  /** Forgets all of them. @returns the bytes that became free */
  clear(): Promise<number> {
    return this.#cache.clear()
  }

  close(): void {
    this.#queue.close()
  }

  async #make(imageSetId: number, image: ImageRecord, how: { size: number; range: [number, number]; name: string }, signal?: AbortSignal) {
    const { source } = this.#store.imageSets.show(imageSetId)!
    const unlabelled = this.#store.imageSets.found(imageSetId)!.options.unlabelled ?? false
    const { path, hash, width, height } = image
    const target = this.#cache.place(how.name)
    const order = { id: ++this.#orders, source, unlabelled, path, hash, width, height, size: how.size, range: how.range, target }
    refuse(await this.#queue.make(target, order, signal))
    const bytes = await this.#cache.read(how.name)
    if (!bytes) throw new EngineFailure('UNAVAILABLE', 'The thumbnail was cleared away just now.', 'Ask for it again.')
    this.#cache.added(bytes.length)
    return bytes
  }
}

function refuse(answer: ThumbnailAnswer): void {
  if (answer.ok) return
  const code: FailureCode = answer.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'UNAVAILABLE'
  throw new EngineFailure(code, answer.message, answer.hint)
}
