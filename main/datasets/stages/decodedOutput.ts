import { hash } from 'node:crypto'
import { Catalogue } from '../catalogue.ts'
import { DetailMaker } from '../duplicates/detail.ts'
import type { ImageRow } from '../importRequest.ts'
import type { ImportRun } from '../importRun.ts'
import { LineWriter } from '../lines.ts'
import type { Decoded } from '../pictures/decode.ts'
import { withChannels } from '../pictures/values.ts'
import type { SnapshotShape } from '../snapshot.ts'
import { SnapshotWriter } from '../snapshotWriter.ts'
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

export interface DecodedImage extends Decoded {
  image: CheckedImage
  hash: Buffer
}

type Shape = SnapshotShape & { channels: 1 | 3 }

/** Where the decoded images go, one after the other. */
export class DecodedOutput {
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

  async add({ image, hash: digest, pixels, channels }: DecodedImage): Promise<void> {
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
