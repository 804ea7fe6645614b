import { detectorName, detectorOf } from '../../contract/detectorNames.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import type { EngineParts } from '../parts.ts'

/**
 * The names that the scores of some detectors get, each once: those that need an encoder get its name too.
 * @param wanted ids of detectors that there are, or names with an encoder
 * @param encoder is read where a detector needs one and names none
 * @throws EngineFailure BAD_INPUT where an encoder is missing, unknown or not needed
 */
export function namedDetectors(
  { store, detectors }: Pick<EngineParts, 'store' | 'detectors'>, wanted: string[], encoder?: string,
): string[] {
  const names = wanted.map((text) => {
    const { id, encoder: own } = detectorName(text)
    if (detectors.find((one) => one.id === id)?.needsEncoder) return detectorOf(id, encoderNamed(store, id, own ?? encoder))
    if (own === null) return id
    throw new EngineFailure('BAD_INPUT', `The detector "${id}" reads no encoder.`, `Ask for "${id}" alone.`)
  })
  return [...new Set(names)]
}

/** As its owner spelt it. */
function encoderNamed(store: Store, detector: string, wanted: string | undefined): string {
  const there = store.encoders.list().map(({ name }) => `"${name}"`)
  const hint = there.length > 0 ? `There are ${there.join(', ')}.` : 'Add an ONNX file first: lacuna encoder add FILE.onnx.'
  if (wanted === undefined) throw new EngineFailure('BAD_INPUT', `The detector "${detector}" reads an encoder, and none was named.`, hint)
  const found = store.encoders.named(wanted)
  if (!found) throw new EngineFailure('BAD_INPUT', `There is no encoder "${wanted}".`, hint)
  return found.name
}
