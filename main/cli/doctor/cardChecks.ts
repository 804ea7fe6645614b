import { findCards } from '../../compute/cards/findCards.ts'
import type { NvidiaCard } from '../../compute/cards/nvidiaCard.ts'
import { surroundingsHere, whyNot } from '../../compute/cards/whyNot.ts'
import { runtimeInUse } from '../../compute/runtimeFolder.mjs'
import { bytes } from '../output/format.ts'
import { bad, type Check, good } from './check.ts'

/** A line for each NVIDIA card, whatever runtime is set up, and one where the driver does not answer. */
export async function cardChecks(): Promise<Check[]> {
  const { cards, trouble } = await findCards()
  return [...cards.map(cardCheck), ...(trouble === null ? [] : [bad('cards', trouble, 'Install NVIDIA\'s driver anew, or restart the machine.')])]
}

/** A card that only the processor's runtime leaves alone is no fault. */
function cardCheck(card: NvidiaCard): Check {
  const { name, bytes: memory, freeBytes, driver } = card
  const flavour = runtimeInUse()?.flavour
  const facts = [name, memory && `${bytes(memory)} memory`, freeBytes !== null && `${bytes(freeBytes)} free`, driver && `driver ${driver}`]
  const detail = facts.filter(Boolean).join(', ')
  const why = whyNot(card, surroundingsHere(flavour))
  if (why === null) return good('card', detail)
  return flavour === 'cuda' ? bad('card', detail, why) : { ...good('card', `${detail}, not used`), hint: why }
}
