/** A card by what CUDA_VISIBLE_DEVICES calls it, and the memory that is free on it. */
export interface FreeCard { id: string; freeBytes: number }

/** A member that waits, and the card memory that it takes, measured or estimated. */
export interface WaitingMember { index: number; bytes: number }

/** Which members can be trained at once, each on which card; the rest waits. */
export interface CardPlan { running: { index: number; card: string }[]; waiting: number[] }

/**
 * Puts members on cards, the first ones first, each on the card with the most memory left, as long as they fit; so
 * several share a card by its memory, and several cards share the members. Where not even the first one fits anywhere, it
 * goes alone on the freest card: the estimate may be wrong, and the card says so itself.
 * @param most members at once, whatever fits: each needs a processor's core that feeds it
 */
export function planCards(cards: FreeCard[], members: WaitingMember[], most = Infinity): CardPlan {
  const left = cards.map((card) => ({ ...card }))
  const plan: CardPlan = { running: [], waiting: [] }
  for (const { index, bytes } of members) {
    const card = freest(left)
    const isFirst = plan.running.length === 0 && plan.waiting.length === 0
    if (card && plan.running.length < most && (card.freeBytes >= bytes || isFirst)) {
      card.freeBytes -= bytes
      plan.running.push({ index, card: card.id })
    } else plan.waiting.push(index)
  }
  return plan
}

/** The card with the most free memory, the first of equals; undefined where there is none. */
export function freest<T extends FreeCard>(cards: T[]): T | undefined {
  return cards.reduce<T | undefined>((best, card) => (best === undefined || card.freeBytes > best.freeBytes ? card : best), undefined)
}
