import { findCards } from '../../compute/cards/findCards.ts'
import type { NvidiaCard } from '../../compute/cards/nvidiaCard.ts'
import { type FreeCard, freest } from '../../compute/cards/planCards.ts'
import { surroundingsHere, whyNot } from '../../compute/cards/whyNot.ts'
import type { RuntimeIdentity } from '../queue/job.ts'

/** What CUDA_VISIBLE_DEVICES calls a card. */
export const cardId = ({ uuid, index }: NvidiaCard): string => uuid ?? String(index)

/** The cards that a runtime can compute on, with their free memory; none where it is one for processors. */
export async function usableCards(runtime: RuntimeIdentity | undefined): Promise<FreeCard[]> {
  if (runtime?.flavour !== 'cuda') return []
  const usable = (await findCards()).cards.filter((card) => whyNot(card, surroundingsHere(runtime.flavour)) === null)
  return usable.map((card) => ({ id: cardId(card), freeBytes: card.freeBytes ?? Infinity }))
}

/** The card with the most free memory, for a worker that computes alone; undefined where there is none to be used. */
export async function freeCard(runtime: RuntimeIdentity | undefined): Promise<string | undefined> {
  return freest(await usableCards(runtime))?.id
}
