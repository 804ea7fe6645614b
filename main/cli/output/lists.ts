import type { Ensemble } from '../../contract/ensembles.ts'
import type { Project } from '../../contract/projects.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { Job } from '../../contract/jobs.ts'
import type { Score } from '../../contract/scores.ts'
import type { WorkspaceFolder } from '../../contract/workspace.ts'
import { bytes, count, moment } from './format.ts'
import { heading, scoreTable } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'
import type { Column } from './table.ts'

export interface Listed {
  projects: Project[]
  sets: ImageSet[]
  ensembles: Ensemble[]
  scores: Score[]
  jobs: Job[]
  folders: WorkspaceFolder[]
}
export type ListName = keyof Listed

const list =
  <Row>(columns: Column<Row>[]) =>
  (rows: Row[]) =>
    rows.length ? heading(table(rows, columns, resultWidth())) : 'none'

const idColumn = { header: 'id', text: ({ id }: { id: number }) => String(id), right: true }

/** Each kind of list as a table for people. */
export const lists: { [K in ListName]: (rows: Listed[K]) => string } = {
  projects: list<Project>([
    idColumn,
    { header: 'name', text: ({ name }) => name, cut: 'end' },
    { header: 'sets', text: ({ imageSets }) => String(imageSets), right: true },
    { header: 'ensembles', text: ({ ensembles }) => String(ensembles), right: true },
    { header: 'created', text: ({ created }) => moment(created) },
  ]),
  sets: list<ImageSet>([
    idColumn,
    { header: 'name', text: ({ name }) => name, cut: 'end' },
    { header: 'version', text: ({ version }) => String(version), right: true },
    { header: 'images', text: ({ images }) => count(images), right: true },
    { header: 'classes', text: ({ classes }) => String(classes.length), right: true },
    { header: 'state', text: ({ state }) => state },
    { header: 'imported', text: ({ created }) => moment(created) },
    { header: 'source', text: ({ source }) => source, cut: 'middle' },
  ]),
  ensembles: list<Ensemble>([
    idColumn,
    { header: 'name', text: ({ name }) => name, cut: 'end' },
    { header: 'set', text: ({ imageSetId }) => String(imageSetId), right: true },
    { header: 'members', text: membersWords, right: true },
    { header: 'latent', text: ({ settings }) => String(settings.model.latent), right: true },
    { header: 'held out', text: ({ heldOut }) => heldOut.join(', ') || '-', cut: 'end' },
    { header: 'made', text: ({ created }) => moment(created) },
  ]),
  scores: (rows) => (rows.length ? scoreTable(rows) : 'none'),
  jobs: list<Job>([
    idColumn,
    { header: 'kind', text: ({ kind }) => kind },
    { header: 'state', text: ({ state }) => state },
    { header: 'created', text: ({ created }) => moment(created) },
    { header: 'title', text: ({ title }) => title, cut: 'end' },
    { header: 'error', text: ({ error }) => error?.message ?? '', cut: 'end' },
  ]),
  folders: list<WorkspaceFolder>([
    { header: 'what', text: ({ id }) => id },
    { header: 'files', text: ({ files }) => count(files), right: true },
    { header: 'size', text: ({ bytes: size }) => bytes(size), right: true },
    { header: 'path', text: ({ path }) => path, cut: 'middle' },
  ]),
}

function membersWords({ members }: Ensemble): string {
  const done = members.filter(({ state }) => state === 'done').length
  return done === members.length ? String(done) : `${done} of ${members.length}`
}
