/** A graphics card as NVIDIA's driver tells of it. Memory is in bytes; null is what it does not tell. */
export interface NvidiaCard {
  /** The driver's number of the card. */
  index: number
  /** Names the card whatever order it is counted in; it is what CUDA_VISIBLE_DEVICES takes. */
  uuid: string | null
  name: string
  bytes: number | null
  freeBytes: number | null
  driver: string | null
}

/** What was found. `trouble` is a sentence on why the driver did not answer, although there is something of it. */
export interface FoundCards { cards: NvidiaCard[]; trouble: string | null }
