import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Agreement } from './agreement.ts'
import { pythonExample, typescriptExample } from './examples.ts'
import { modelCard, type ModelFacts } from './modelCard.ts'
import { decoderModel, encoderModel, type ExportedMember, scoreModel } from './onnx/models.ts'
import { type OnnxAbout, onnxFile, type OnnxGraph } from './onnx/onnxFile.ts'
import { safetensors } from './safetensors.ts'

/** A trained ensemble and what its detector learnt. */
export interface ExportedEnsemble { facts: ModelFacts; members: ExportedMember[]; fit: unknown }

/** Scores some images of the set by the model, and says how far that is from the scores that are known. */
export type ModelCheck = (model: Uint8Array) => Promise<Agreement>

/**
 * Writes a model into a folder: ONNX, safetensors, card and examples.
 * @param check of the whole model, before anything is said of it
 * @returns the files' absolute paths, and what the check found
 * @throws RangeError for a detector that cannot be part of a model
 */
export async function writeModel(
  { facts, members, fit }: ExportedEnsemble, directory: string, check: ModelCheck, written: (files: number) => void,
): Promise<{ files: string[]; agreement: Agreement }> {
  const files: string[] = []
  const write = async (name: string, content: Uint8Array | string) => {
    const file = path.join(directory, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
    written(files.push(file))
  }
  const about = aboutOf(facts)
  const model = onnxFile(scoreModel(members, facts.detector.id, fit), about)
  const agreement = await check(model)
  await write('score.onnx', model)
  for (const [m, member] of members.entries()) await writeMember(write, `member-${m + 1}`, member, about)
  await write('detector.json', `${JSON.stringify(parameters(facts), null, 2)}\n`)
  await write('score.py', pythonExample(facts))
  await write('score.ts', typescriptExample(facts))
  await write('README.md', modelCard(facts, agreement))
  return { files, agreement }
}

async function writeMember(
  write: (name: string, content: Uint8Array) => Promise<void>, folder: string, member: ExportedMember, about: OnnxAbout,
): Promise<void> {
  const graphs: Record<string, OnnxGraph> = { encoder: encoderModel(member), decoder: decoderModel(member) }
  for (const [name, graph] of Object.entries(graphs)) await write(`${folder}/${name}.onnx`, onnxFile(graph, about))
  const arrays = Object.entries(member.weights).map(([name, { shape, values }]) => ({ name, shape, values }))
  await write(`${folder}/weights.safetensors`, safetensors(arrays, about.metadata))
}

function aboutOf({ name, version, detector, threshold, classes }: ModelFacts): OnnxAbout {
  const metadata = { detector: detector.id, threshold: String(threshold.value), classes: JSON.stringify(classes) }
  return { producer: 'Lacuna', version, description: `${name}: ${detector.sentence}`, metadata }
}

/** All that a program beside the model needs. */
function parameters({ detector, threshold, classes, image, members }: ModelFacts): object {
  return { detector: detector.id, threshold: threshold.value, thresholdRule: threshold.rule, classes, image, members }
}
