import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { addEncoder } from '../../jobs/encoders/addEncoder.ts'
import { refuseIfBusy } from '../../jobs/queue/busy.ts'
import type { EncoderRecord } from '../../store/encoders.ts'
import type { Store } from '../../store/openStore.ts'
import { checkSource } from './checkSource.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function encoderProcedures(parts: EngineParts) {
  const { store, queue } = parts
  const { add, list, remove } = procedures.encoders
  return {
    add: add.handler(async ({ input }) => {
      const { file, name = nameFrom(file), ...wishes } = input
      await checkSource(file)
      return encoderOf(store, await addEncoder(parts, { file, name, wishes }))
    }),
    list: list.handler(() => store.encoders.list()),
    remove: remove.handler(({ input }) => {
      const { id, name } = encoderOf(store, input.id)
      refuseIfBusy(queue, store, ({ encoders }) => encoders.includes(name))
      refuseUsed(store, name)
      store.encoders.remove(id)
      return { freedBytes: store.artefacts.collect() }
    }),
  }
}

/** The file's own name, with hyphens for what a name cannot have. */
function nameFrom(file: string): string {
  const plain = path.parse(file).name.normalize('NFKD').replace(/[^a-z0-9._-]+/gi, '-').replace(/^[^a-z0-9]+|-+$/gi, '').slice(0, 60)
  return plain || 'encoder'
}

function encoderOf(store: Store, id: number): EncoderRecord {
  const encoder = store.encoders.show(id)
  if (!encoder) throw new EngineFailure('NOT_FOUND', `There is no encoder ${id}.`)
  return encoder
}

/** A score names its encoder, so that another one must not get the name, and new images may be scored any time. */
function refuseUsed(store: Store, name: string): void {
  const ensembles = store.encoders.ensemblesOf(name)
  if (ensembles.length === 0) return
  const named = ensembles.slice(0, 5).map((one) => `"${one}"`).join(', ') + (ensembles.length > 5 ? ' and more' : '')
  throw new EngineFailure('CONFLICT', `The encoder "${name}" cannot be removed: scores of ${named} rest on its features.`,
    'Remove the ensembles first, or keep the encoder.')
}
