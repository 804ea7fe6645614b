import type { FoundCards } from './nvidiaCard.ts'
import { type Surroundings, whyNot } from './whyNot.ts'

/** One sentence on why TensorFlow's build for cards computes on the processor, from what was found of cards. */
export function whyOnProcessor({ cards, trouble }: FoundCards, surroundings: Surroundings): string {
  return `TensorFlow’s CUDA build computes on the processor here: ${reason(cards, trouble, surroundings)}`
}

function reason(cards: FoundCards['cards'], trouble: string | null, surroundings: Surroundings): string {
  if (cards.length === 0) return trouble ?? 'no NVIDIA card is in this machine.'
  const [card] = cards
  const why = trouble ?? whyNot(card, surroundings)
  return why === null ? `TensorFlow could not use the card ${card.name}; “lacuna doctor --check” tries every card.` : `of the card ${card.name} it is known: ${why}`
}
