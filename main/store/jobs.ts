import type Database from 'better-sqlite3'
import type { Job } from '../contract/jobs.ts'
import { now } from './now.ts'

export type NewJob = Pick<Job, 'kind' | 'projectId' | 'title'> & { request: unknown }

interface Row extends Omit<Job, 'progress' | 'error' | 'result'> {
  progress: string | null; error: string | null; result: string | null
}

const columns = `id, kind, project_id AS projectId, title, state, progress, error, result, created, ended,
  json_extract(request, '$.imageSetId') AS imageSetId, json_extract(request, '$.ensembleId') AS ensembleId`
const isEnded = (state: Job['state']) => state === 'done' || state === 'failed' || state === 'cancelled'

/** Queries on jobs. What is asked of a job (`request`) is for the queue alone. */
export type Jobs = ReturnType<typeof jobs>

export function jobs(db: Database.Database) {
  const newest = db.prepare<[], Row>(
    `SELECT * FROM (SELECT ${columns} FROM jobs WHERE json_extract(request, '$.study') IS NULL
    AND (project_id IS NULL OR project_id IN (SELECT id FROM projects WHERE state = 'here'))
    ORDER BY id DESC LIMIT 200) ORDER BY id`)
  const byId = db.prepare<[number], Row>(`SELECT ${columns} FROM jobs WHERE id = ?`)
  const inState = db.prepare<[string], Row>(
    `SELECT ${columns} FROM jobs WHERE state IN (SELECT value FROM json_each(?)) ORDER BY id`)
  const request = db.prepare<[number], string>('SELECT request FROM jobs WHERE id = ?').pluck()
  const insert = db.prepare(`INSERT INTO jobs (kind, project_id, title, state, request, created)
    VALUES (@kind, @projectId, @title, 'waiting', @request, @created)`)
  const update =
    db.prepare(`UPDATE jobs SET state = @state, progress = @progress, error = @error, result = @result,
    ended = @ended WHERE id = @id`)
  return {
    /** The newest 200 that people asked for, or all in some states; a study's own trainings are of the latter alone. */
    list: (states?: Job['state'][]) => (states ? inState.all(JSON.stringify(states)) : newest.all()).map(job),
    show: (id: number) => {
      const row = byId.get(id)
      return row && job(row)
    },
    request: <T>(id: number) => JSON.parse(request.get(id) ?? 'null') as T,
    create: ({ request, ...rest }: NewJob) => Number(insert.run(
      { ...rest, request: JSON.stringify(request), created: now() }).lastInsertRowid),
    save: (entry: Pick<Job, 'id' | 'state' | 'progress' | 'error' | 'result'>) => void update.run({
      id: entry.id, state: entry.state, progress: text(entry.progress), error: text(entry.error),
      result: text(entry.result), ended: isEnded(entry.state) ? now() : null,
    }),
  }
}

const text = (value: unknown) => (value === null ? null : JSON.stringify(value))
const parsed = (json: string | null) => (json === null ? null : JSON.parse(json))

function job(row: Row): Job {
  return { ...row, progress: parsed(row.progress), error: parsed(row.error), result: parsed(row.result) }
}
