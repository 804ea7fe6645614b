import type { RankedImage } from '../contract/scores.ts'
import type { ImageRow, IntensityRange } from '../datasets/importRequest.ts'
import { readLines } from '../datasets/lines.ts'
import { ImportError, toProblem } from '../datasets/problems.ts'
import { openSource } from '../datasets/sources/openSource.ts'
import type { ImageSource } from '../datasets/sources/imageSource.ts'
import type { ReportJob } from '../workers/messages.ts'
import type { Gallery, GalleryImage } from './page/pageContent.ts'
import { viewSummary } from './reportSummary.ts'
import { withoutFolders } from './folders.ts'
import { embeddedThumbnail } from './thumbnail.ts'
import type { TopImages } from './topImages.ts'

type Done = (count: number) => void

/** Makes thumbnails from the originals. One that cannot be read any more keeps its place, with the reason. */
export async function readGallery(
  job: ReportJob,
  top: TopImages,
  done: Done,
  cancelled: AbortSignal,
): Promise<Gallery> {
  const rows = await rowsOf(job.rows, [...top.all, ...top.known])
  const source = await opened(job)
  const range = viewSummary(job.summary).imageSet?.snapshot?.range ?? [0, 65_535]
  const { thumbnails, paths } = job.options
  const wants = ({ verdict }: RankedImage) => thumbnails === 'top' || (thumbnails === 'judged' && verdict !== null)
  let count = 0
  const picture = async (image: RankedImage): Promise<GalleryImage> => {
    cancelled.throwIfAborted()
    done(count++)
    return { ...image, thumbnail: wants(image) ? await read(source, rows.get(image.position)!, range) : null }
  }
  try {
    const gallery = { all: await oneByOne(top.all, picture), known: await oneByOne(top.known, picture) }
    return paths ? gallery : withoutFolders(gallery, [job.source])
  } finally {
    if (!('problem' in source)) await source.close()
  }
}

async function oneByOne<A, B>(items: A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** The rows of some images only: an image set may have a million. */
async function rowsOf(file: string, images: RankedImage[]): Promise<Map<number, ImageRow>> {
  const wanted = new Set(images.map(({ position }) => position))
  const rows = new Map<number, ImageRow>()
  for await (const row of readLines<ImageRow>(file)) if (wanted.has(row.position)) rows.set(row.position, row)
  return rows
}

type Opened = ImageSource | { problem: string }

/** The originals, or why there are none. */
async function opened({ source, sourceKind }: ReportJob): Promise<Opened> {
  try {
    return await openSource(source, { unlabelled: sourceKind === 'unlabelled' })
  } catch (error) {
    if (error instanceof ImportError) return { problem: error.message }
    throw error
  }
}

async function read(
  source: Opened,
  row: ImageRow,
  range: IntensityRange,
): Promise<GalleryImage['thumbnail']> {
  if ('problem' in source) return source
  try {
    return await embeddedThumbnail(await source.read(row.path), row, range)
  } catch (error) {
    return { problem: toProblem(row.path, error).message }
  }
}
