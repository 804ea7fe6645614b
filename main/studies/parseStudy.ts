import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { EngineFailure } from '../contract/errors.ts'
import { StudySpec } from '../contract/studies.ts'
import { crossFault } from './crossFaults.ts'

/**
 * Reads a study's file: YAML, or JSON, which is YAML too.
 * @param file what the file is called in a sentence about its faults
 * @throws EngineFailure BAD_INPUT with file, field and what is allowed there
 */
export function parseStudy(text: string, file: string): StudySpec {
  const { success, data, error } = StudySpec.safeParse(valueOf(text, file))
  if (!success) throw schemaFault(error, file)
  const fault = crossFault(data)
  if (fault) throw new EngineFailure('BAD_INPUT', `${file}: ${fault}`, null)
  return data
}

function valueOf(text: string, file: string): unknown {
  const document = parseDocument(text)
  if (document.errors.length === 0) return document.toJS()
  const [{ message }] = document.errors
  throw new EngineFailure('BAD_INPUT', `${file} is neither YAML nor JSON: ${message.split('\n')[0].replace(/:$/, '')}.`,
    'Compare it with a study that comes with Lacuna: lacuna study list.')
}

function schemaFault({ issues }: z.ZodError, file: string): EngineFailure {
  const sentences = issues.flatMap((issue) => sentencesOf(issue)).slice(0, 5)
  return new EngineFailure('BAD_INPUT', `${file}: ${sentences.join(' ')}`,
    'The fields of a study are described in docs/studies.md.')
}

/** Where several forms are allowed, the faults of the form that was meant are told, not those of all. */
function sentencesOf(issue: z.core.$ZodIssue): string[] {
  const field = issue.path.join('.') || 'the study'
  if (issue.code === 'unrecognized_keys') return [`${field} has no field ${quoted(issue.keys)}.`]
  if (issue.code === 'invalid_union' && issue.errors.length === 0)
    return [`${field} may be ${protocolKinds}.`]
  if (issue.code === 'invalid_value') return [`${field} may be ${quoted(issue.values.map(String))}.`]
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [`${field} is missing or of the wrong kind: ${issue.expected} is expected.`]
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin in emptiness) return [`${field} ${emptiness[issue.origin]}.`]
  return [`${field}: ${issue.message}.`]
}

/** What is said of nothing where there must be something. */
const emptiness: Record<string, string> = { string: 'is empty', array: 'needs at least one entry' }

const protocolKinds = quoted(['each-class', 'groups', 'random-groups', 'foreign', 'corruptions', 'blends'])

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
