import { hash } from 'node:crypto'
import { DECODES_IN_FLIGHT } from '../concurrency.ts'
import { Catalogue } from '../catalogue.ts'
import { DetailMaker } from '../duplicates/detail.ts'
import type { ImportRun } from '../importRun.ts'
import type { ImageRow } from '../importRequest.ts'
import { inOrder } from '../inOrder.ts'
import { LineWriter, readLines } from '../lines.ts'
import { decode } from '../pictures/decode.ts'
import type { Decoded, Target } from '../pictures/decode.ts'
import { withChannels } from '../pictures/values.ts'
import { toProblem } from '../problems.ts'
import type { Problem } from '../problems.ts'
import { SnapshotWriter } from '../snapshot.ts'
import type { SnapshotShape } from '../snapshot.ts'
import type { ImageSource } from '../sources/imageSource.ts'
import { NO_SPLIT, SPLITS } from '../split.ts'
import { StatisticsSurvey, appearance } from '../statistics.ts'
import type { CheckedImage } from './check.ts'

/** What is known of a row before groups and splits are. */
export type DecodedRow = Omit<ImageRow, 'label' | 'split' | 'givenSplit' | 'group'>

export interface DecodedSet {
  catalogue: Catalogue
  statistics: StatisticsSurvey
  /** Of `pixels.part`. */
  sha256: string
}

/** Decodes every checked image into `pixels.part`, its row into `decoded.part`, and what groups need into memory. */
export async function decodeAll(
  run: ImportRun, source: ImageSource, images: number, target: Target, channels: 1 | 3,
): Promise<DecodedSet> {
  const output = await DecodedOutput.open(run, { ...target, channels })
  const checked = readLines<CheckedImage>(run.file('checked.part'))
  let done = 0
  try {
    run.progress('decoding', 0, images)
    const work = (image: CheckedImage) => decodeOne(source, image, target)
    for await (const result of inOrder(checked, DECODES_IN_FLIGHT, work, run.signal)) {
      if ('problem' in result) await run.problem(result.problem)
      else await output.add(result)
      run.progress('decoding', (done += 1), images)
    }
    return await output.finish()
  } finally {
    await output.discard()
  }
}

interface One extends Decoded {
  image: CheckedImage
  hash: Buffer
}

async function decodeOne(source: ImageSource, image: CheckedImage, target: Target): Promise<One | { problem: Problem }> {
  try {
    const bytes = await source.read(image.path)
    return { image, hash: hash('sha256', bytes, 'buffer'), ...(await decode(bytes, image.header, target)) }
  } catch (error) {
    return { problem: toProblem(image.path, error) }
  }
}

type Shape = SnapshotShape & { channels: 1 | 3 }

class DecodedOutput {
  readonly catalogue = new Catalogue()
  readonly statistics = new StatisticsSurvey()
  #channels: 1 | 3
  #pixels: SnapshotWriter
  #details: SnapshotWriter
  #rows: LineWriter
  #maker: DetailMaker

  private constructor(run: ImportRun, shape: Shape, pixels: SnapshotWriter, details: SnapshotWriter) {
    this.#channels = shape.channels
    this.#pixels = pixels
    this.#details = details
    this.#rows = new LineWriter(run.file('decoded.part'))
    this.#maker = new DetailMaker(shape)
  }

  static async open(run: ImportRun, shape: Shape): Promise<DecodedOutput> {
    const pixels = await SnapshotWriter.create(run.file('pixels.part'))
    return new DecodedOutput(run, shape, pixels, await SnapshotWriter.create(run.file('details.part')))
  }

  async add({ image, hash: digest, pixels, channels }: One): Promise<void> {
    this.statistics.add(image.header, appearance(pixels, channels))
    const kept = withChannels(pixels, channels, this.#channels)
    const picture = this.#maker.picture(kept)
    await this.#pixels.write(kept)
    await this.#details.write(new Uint8Array(this.#maker.detail(picture).buffer))
    await this.#details.write(this.#maker.bytes(picture))
    await this.#rows.write(this.#row(image, digest))
    this.catalogue.thumbs.push(this.#maker.thumb(picture))
    this.#catalogue(image, digest, kept)
  }

  #row({ path, header }: CheckedImage, digest: Buffer): DecodedRow {
    const { width, height, channels, bits, format } = header
    const position = this.catalogue.length
    return { position, path, hash: digest.toString('hex'), width, height, channels, bits, format }
  }

  #catalogue(image: CheckedImage, digest: Buffer, pixels: Uint8Array): void {
    const print = hash('sha256', pixels, 'buffer')
    this.catalogue.classes.push([this.catalogue.classNumber(image.className)])
    this.catalogue.given.push([image.split ? SPLITS.indexOf(image.split) : NO_SPLIT])
    this.catalogue.hashes.push(digest)
    this.catalogue.prints.push([print.readUInt32LE(0), print.readUInt32LE(4)])
  }

  async finish(): Promise<DecodedSet> {
    await this.#rows.close()
    await this.#details.finish()
    const sha256 = await this.#pixels.finish()
    return { catalogue: this.catalogue, statistics: this.statistics, sha256 }
  }

  async discard(): Promise<void> {
    await this.#rows.discard()
    await this.#details.discard()
    await this.#pixels.discard()
  }
}
