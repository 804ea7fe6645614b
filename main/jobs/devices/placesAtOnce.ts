import { planCards } from '../../compute/cards/planCards.ts'
import type { Shop } from '../queue/job.ts'
import type { Work } from '../pace/knownPace.ts'
import { membersAtOnce } from '../training/planMembers.ts'
import { cardBytes } from './cardMemory.ts'
import { usableCards } from './cards.ts'

/** Where a member is trained: on a card, or on the processor. */
export type Place = string | undefined

/**
 * The places of the members that are trained at once: as many as there are cores on the processor, and on cards as many of
 * those as their free memory takes.
 * @param members how many there are to train
 */
export async function placesAtOnce(
  shop: Pick<Shop, 'cores' | 'runtime' | 'cardMemory'>, work: Work, members: number,
): Promise<Place[]> {
  const most = Math.min(membersAtOnce(shop.cores, work), members)
  // WebGPU's card is not one that CUDA hands out.
  const cards = work.settings.device === 'webgpu' ? [] : await usableCards(shop.runtime())
  if (cards.length === 0) return Array.from({ length: most }, () => undefined)
  const bytes = cardBytes(shop, work)
  return planCards(cards, Array.from({ length: members }, (_, index) => ({ index, bytes })), most).running.map(({ card }) => card)
}

/** What the log of a training says of the places; null where all are on the processor. */
export function placeWords(places: Place[]): string | null {
  const cards = places.filter((place) => place !== undefined)
  if (cards.length === 0) return null
  const counts = [...new Set(cards)].map((card) => `${cards.filter((one) => one === card).length} on card ${card}`)
  return `By the cards’ free memory ${cards.length} at once: ${counts.join(', ')}.`
}
