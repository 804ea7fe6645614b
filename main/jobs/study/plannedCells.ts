import { createHash } from 'node:crypto'
import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import type { CellResult, StudySpec } from '../../contract/studies.ts'
import type { Store } from '../../store/openStore.ts'
import { cellIngredients, type SetContent } from '../../studies/cellIngredients.ts'
import { type Cell, cellLabels, cellWords, studyCells } from '../../studies/cells.ts'
import { canonicalJson } from '../canonicalJson.ts'
import { type ClassRoles, classRoles } from '../training/classRoles.ts'
import { weightsVersion } from '../training/memberKey.ts'
import { scoresVersion } from '../scoring/scoredMembers.ts'
import { studySet } from './studySets.ts'

/** A cell on this workspace's image sets, with the key of its result. */
export interface PlannedCell extends Cell, ClassRoles {
  key: string; words: string; imageSet: ImageSet; foreign: ImageSet | null
}

/**
 * The cells of a study, in its order, each to be trained on `device`, which does not make it another cell.
 * @throws EngineFailure NOT_FOUND where an image set is missing; BAD_INPUT where a class or a setting does not fit
 */
export function plannedCells(store: Store, spec: StudySpec, device: ComputeDevice = 'tensorflow'): PlannedCell[] {
  const sets = new Map(spec.sets.map(({ name }) => [name, studySet(store, spec, name)]))
  const contents = new Map([...sets].map(([name, set]) => [name, contentOf(store, set)]))
  const cells = studyCells(spec, (name) => sets.get(name)!.classes)
  return cells.map((cell) => {
    const imageSet = sets.get(cell.set)!
    const { probe } = cell.case
    const foreign = probe?.kind === 'foreign' ? sets.get(probe.set)! : null
    if (foreign) refuseShape(imageSet, foreign)
    const roles = classRoles(imageSet, cell.settings)
    const key = keyOf(cellIngredients(cell, spec.images, (name) => contents.get(name)!, roles, versions))
    const settings = { ...cell.settings, device }
    return { ...cell, ...roles, settings, key, words: cellWords(cell), imageSet, foreign }
  })
}

/** Each result once: a value that is varied and is the arm's own anyway is a cell of two names. */
export function distinctCells(cells: PlannedCell[]): PlannedCell[] {
  return [...new Map(cells.map((cell) => [cell.key, cell])).values()]
}

const versions = { weights: weightsVersion, scores: scoresVersion }

const keyOf = (ingredients: object) => createHash('sha256').update(canonicalJson(ingredients)).digest('hex')

function contentOf(store: Store, { id }: ImageSet): SetContent {
  const { snapshot, labels, splits } = store.imageSets.files(id)!
  const hash = (artefact: number) => store.artefacts.show(artefact).sha256
  return { snapshot: hash(snapshot), labels: hash(labels), splits: hash(splits) }
}

function refuseShape(own: ImageSet, other: ImageSet): void {
  const shape = ({ snapshot }: ImageSet) => `${snapshot!.width} x ${snapshot!.height} x ${snapshot!.channels}`
  if (shape(own) === shape(other)) return
  const message = `"${other.name}" has images of ${shape(other)} values, and "${own.name}" of ${shape(own)}.`
  throw new EngineFailure('BAD_INPUT', message,
    `Import "${other.name}" again with the size and colour of "${own.name}".`)
}

/** What the cells gave so far, each under this study's own names; undefined where there is no result. */
export function resultsOf(store: Store, cells: PlannedCell[]): (CellResult | undefined)[] {
  return cells.map((cell) => {
    const result = store.studies.cell(cell.key)
    return result && { ...result, ...cellLabels(cell) }
  })
}
