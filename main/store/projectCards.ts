import type Database from 'better-sqlite3'
import { detectorName } from '../contract/detectorNames.ts'
import type { LastResult, ProjectCard, ProjectPicture } from '../contract/projects.ts'
import type { Metrics } from '../contract/scores.ts'
import { projectFiles } from './projectFiles.ts'
import type { Projects } from './projects.ts'

interface NewestSet { id: number; images: number }
type ResultRow = Omit<LastResult, 'auroc' | 'interval'> & { metrics: string | null }
type Newest = Pick<ResultRow, 'ensembleId' | 'imageSetId'>

/** The newest ready version of each of a project's image sets. */
const newestSets = `SELECT max(v.id) AS id, json_extract(v.found, '$.images') AS images FROM image_set_versions v
  JOIN image_sets s ON s.id = v.image_set_id WHERE s.project_id = ? AND v.state = 'ready' AND v.same_as IS NULL
  GROUP BY s.id ORDER BY id DESC`

/** What is read by this, an import wrote in the order of the classes: evenly spread, it shows them all. */
const pictureCount = 6

/** Queries on projects at one look. */
export type ProjectCards = ReturnType<typeof projectCards>

export function projectCards(db: Database.Database, projects: Pick<Projects, 'list'>) {
  const sets = db.prepare<[number], NewestSet>(newestSets)
  const hash = db.prepare<[number, number], string>('SELECT hash FROM images WHERE version_id = ? AND position = ?').pluck()
  const newest = db.prepare<[number], Newest>(`SELECT e.id AS ensembleId, s.version_id AS imageSetId
    FROM scores s JOIN ensembles e ON e.id = s.ensemble_id
    JOIN image_set_versions v ON v.id = e.version_id JOIN image_sets i ON i.id = v.image_set_id
    WHERE i.project_id = ? AND e.cell IS NULL ORDER BY s.id DESC LIMIT 1`)
  const beside = db.prepare<[number, number], ResultRow>(`SELECT s.id AS scoreId, e.id AS ensembleId, e.name AS ensemble,
    s.version_id AS imageSetId, s.detector, s.created, s.images, s.flagged, s.metrics
    FROM scores s JOIN ensembles e ON e.id = s.ensemble_id
    WHERE s.ensemble_id = ? AND s.version_id = ? ORDER BY s.id DESC`)
  const files = projectFiles(db)

  const picture = (set: NewestSet, at: number): ProjectPicture[] => {
    const position = Math.min(set.images - 1, Math.floor(((at + 0.5) * set.images) / pictureCount))
    const found = hash.get(set.id, position)
    return found === undefined ? [] : [{ imageSetId: set.id, position, hash: found }]
  }
  const pictures = (set: NewestSet | undefined) =>
    set ? Array.from({ length: Math.min(pictureCount, set.images) }, (_, at) => picture(set, at)).flat() : []
  /** Of the images that were scored last, by the first detector in an order: that is what all screens begin with. */
  const lastResult = (project: number, order: readonly string[]): ResultRow | undefined => {
    const last = newest.get(project)
    const rows = last ? beside.all(last.ensembleId, last.imageSetId) : []
    const place = ({ detector }: ResultRow) => (order.indexOf(detectorName(detector).id) + 1 || Infinity)
    return rows.reduce((first, row) => (place(row) < place(first) ? row : first), rows[0])
  }
  return {
    /** All projects, the one that was opened last first. @param order of detectors, the default first */
    list: (order: readonly string[]): ProjectCard[] => {
      const sizes = files.sizes()
      return projects.list().map((project) => {
        const found = sets.all(project.id)
        const images = found.reduce((sum, set) => sum + set.images, 0)
        const size = sizes.get(project.id) ?? { bytes: 0, sharedBytes: 0 }
        return { ...project, images, ...size, pictures: pictures(found[0]), result: result(lastResult(project.id, order)) }
      }).sort((a, b) => lastUsed(b).localeCompare(lastUsed(a)) || b.id - a.id)
    },
  }
}

const lastUsed = ({ opened, created }: ProjectCard) => opened ?? created

function result(row: ResultRow | undefined): LastResult | null {
  if (!row) return null
  const { metrics, ...rest } = row
  const measured = metrics === null ? null : (JSON.parse(metrics) as Metrics)
  return { ...rest, auroc: measured?.auroc ?? null, interval: measured?.aurocInterval ?? null }
}
