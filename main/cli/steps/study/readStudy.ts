import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { StudySpec } from '../../../contract/studies.ts'
import { builtInStudies } from '../../../studies/builtIn.ts'
import { parseStudy } from '../../../studies/parseStudy.ts'
import { absolute } from '../../callerFolder.ts'
import type { WhichStudy } from '../../commands/study/options.ts'
import { usageFailure } from '../../failures.ts'

/** A study, and the folder that the sources in it are meant from. */
export interface ReadStudy { spec: StudySpec; folder: string }

/**
 * Reads the study of that name, or the file at that path.
 * @throws CommandFailure where there is neither; EngineFailure BAD_INPUT where the file does not fit
 */
export async function readStudy(nameOrFile: string, { quick, seeds }: WhichStudy): Promise<ReadStudy> {
  const isFile = /\.(ya?ml|json)$/i.test(nameOrFile)
  const { spec, folder } = isFile ? await fromFile(nameOrFile, quick) : named(nameOrFile, quick)
  return { spec: seeds ? { ...spec, seeds } : spec, folder }
}

async function fromFile(name: string, quick: boolean | undefined): Promise<ReadStudy> {
  if (quick) throw usageFailure('--quick is for the studies that come with Lacuna.', 'Make a small copy of the file.')
  const file = absolute(name)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw usageFailure(`${file} cannot be read (${error.code}).`, 'Check the path and its permissions.')
  })
  return { spec: parseStudy(text, name), folder: path.dirname(file) }
}

function named(name: string, quick: boolean | undefined): ReadStudy {
  const studies = builtInStudies()
  const wanted = quick ? `${name}-quick` : name
  const found = studies.find((one) => one.name === wanted)
  if (found) return { spec: parseStudy(found.text, `${wanted}.yaml`), folder: absolute('.') }
  throw usageFailure(`There is no study "${wanted}".`,
    `There are ${studies.map((one) => one.name).join(', ')}; or name a file that ends in .yaml or .json.`)
}
