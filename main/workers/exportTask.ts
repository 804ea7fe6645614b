import { readFile } from 'node:fs/promises'
import { SnapshotReader } from '../datasets/snapshotReader.ts'
import { openModel } from '../encoders/onnxModel.ts'
import { type Agreement, agreementOf } from '../exports/agreement.ts'
import type { ExportedMember } from '../exports/onnx/models.ts'
import { weightArrays } from '../exports/onnx/weights.ts'
import { writeModel } from '../exports/writeModel.ts'
import { modelOf } from '../models/memberDescription.ts'
import type { Channel } from './channel.ts'
import { evenly } from './evenly.ts'
import { readFloats } from './floatFiles.ts'
import { loadMember, memberView } from './memberFiles.ts'
import type { ExportJob, ExportResult, MemberFiles } from './messages.ts'

/** Images that the model is compared on, spread evenly over the set. */
const compared = 500
const atOnce = 50
/** In standard deviations of the scores: single precision in another order of operations; more than this is another model. */
const mostDifference = 1e-3

/**
 * Writes an ensemble and its detector as files for others.
 * @throws Error with code and hint where the model does not score as Lacuna does
 */
export async function runExport(job: ExportJob, { progress, cancelled }: Channel): Promise<ExportResult> {
  const members = await Promise.all(job.members.map(exported))
  const fit: unknown = JSON.parse(await readFile(job.fit, 'utf8'))
  const total = 5 + 3 * members.length
  const check = async (model: Uint8Array) => {
    progress({ phase: 'checking', done: 0, total })
    return checked(job, model, cancelled)
  }
  return writeModel({ facts: job.facts, members, fit }, job.directory, check, (done) => {
    cancelled.throwIfAborted()
    progress({ phase: 'writing', done, total })
  })
}

async function exported(files: MemberFiles): Promise<ExportedMember> {
  const member = await loadMember(files)
  const { network, slots } = modelOf(member.description)
  const { latent } = await memberView(member, {}, [])
  if (!latent) throw new Error('A member without a latent space cannot be exported.')
  return { network, weights: weightArrays(await member.weights(), slots), latent }
}

async function checked({ snapshot, scores, threads }: ExportJob, model: Uint8Array, cancelled: AbortSignal): Promise<Agreement> {
  const { Tensor } = await import('onnxruntime-node')
  const [known, session] = [await readFloats(scores), await openModel(model, 'score.onnx', threads)]
  const reader = new SnapshotReader(snapshot.file, snapshot, snapshot.images)
  const positions = evenly(Uint32Array.from(known.keys()), compared)
  const found: number[] = []
  try {
    for (let start = 0; start < positions.length; start += atOnce) {
      cancelled.throwIfAborted()
      const some = positions.subarray(start, start + atOnce)
      const images = new Tensor('float32', reader.read(some), [some.length, snapshot.height, snapshot.width, snapshot.channels])
      const { score } = await session.run({ images })
      found.push(...Array.from(score.data as Float32Array))
    }
  } finally {
    reader.close()
  }
  const agreement = agreementOf(Float64Array.from(positions, (position) => known[position]), Float64Array.from(found))
  if (!(agreement.furthest <= mostDifference)) throw disagreement(agreement.furthest)
  return agreement
}

function disagreement(furthest: number): Error {
  const message = `The model's scores are up to ${furthest.toExponential(1)} of their standard deviation away from Lacuna's, so it was not written.`
  return Object.assign(new Error(message), { code: 'MODEL_DIFFERS', hint: 'Export another detector, and tell us of this one.' })
}
