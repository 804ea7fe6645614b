import { rmSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { artefactPath, type FileContent, moveIntoPlace, readContent } from './artefactFiles.ts'
import { now } from './now.ts'

export interface Artefact extends FileContent { id: number; extension: string; kind: string }

/**
 * A finished file that is to become an artefact; its extension is kept. Its hash, where a worker took it
 * already.
 */
export interface NewArtefact { file: string; kind: string; sha256?: string }

/**
 * Files named by their content, each with a record, and kept as long as anything in the database refers to
 * it.
 */
export class Artefacts {
  readonly root: string
  readonly #db: Database.Database
  readonly #pinned = new Map<string, number>()

  constructor(db: Database.Database, root: string) {
    this.#db = db
    this.root = root
  }

  show(id: number): Artefact {
    const artefact = this.#db.prepare<[number], Artefact>('SELECT * FROM artefacts WHERE id = ?').get(id)
    if (!artefact) throw new Error(`There is no artefact ${id}.`)
    return artefact
  }

  /** The file of an artefact. */
  path(id: number): string {
    const { sha256, extension } = this.show(id)
    return artefactPath(this.root, sha256, extension)
  }

  /** The files of all artefacts. */
  files(): string[] {
    const all = this.#db.prepare<[], Artefact>('SELECT sha256, extension FROM artefacts').all()
    return all.map(({ sha256, extension }) => artefactPath(this.root, sha256, extension))
  }

  /**
   * Moves finished files into the store and records them, together with what `record` writes, in one
   * transaction.
   * @param record gets the artefacts' ids under the same names; it must not wait. Where it fails, the files go.
   */
  async keep<K extends string, T>(
    files: Record<K, NewArtefact>, record: (ids: Record<K, number>) => T,
  ): Promise<T> {
    const pins: string[] = []
    const placed: [string, Omit<Artefact, 'id'>][] = []
    try {
      for (const name of Object.keys(files) as K[]) placed.push([name, await this.#place(files[name], pins)])
      return this.#db.transaction(() => {
        const ids = placed.map(([name, artefact]) => [name, this.#record(artefact)])
        return record(Object.fromEntries(ids) as Record<K, number>)
      }).immediate()
    } finally {
      pins.forEach((sha256) => this.#unpin(sha256))
      placed.forEach(([, artefact]) => this.#removeStray(artefact))
    }
  }

  /** Removes a file that has no record, and is not just being kept by another. */
  #removeStray({ sha256, extension }: Omit<Artefact, 'id'>): void {
    const known = this.#db.prepare('SELECT 1 FROM artefacts WHERE sha256 = ? AND extension = ?').get(sha256, extension)
    if (!known && !this.#pinned.has(sha256)) rmSync(artefactPath(this.root, sha256, extension), { force: true })
  }

  async #place({ file, kind, sha256 }: NewArtefact, pins: string[]): Promise<Omit<Artefact, 'id'>> {
    const content = await readContent(file, sha256)
    const extension = path.extname(file).slice(1)
    pins.push(this.#pin(content.sha256))
    await moveIntoPlace(file, artefactPath(this.root, content.sha256, extension))
    return { ...content, extension, kind }
  }

  /** From being moved into place to being recorded, nothing may sweep a file away. */
  #pin(sha256: string): string {
    this.#pinned.set(sha256, (this.#pinned.get(sha256) ?? 0) + 1)
    return sha256
  }

  #unpin(sha256: string): void {
    const left = (this.#pinned.get(sha256) ?? 1) - 1
    if (left > 0) this.#pinned.set(sha256, left)
    else this.#pinned.delete(sha256)
  }

  #record({ sha256, extension, kind, bytes }: Omit<Artefact, 'id'>): number {
    return this.#db
      .prepare<unknown[], number>(
        `INSERT INTO artefacts (sha256, extension, kind, bytes, created)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256, extension) DO UPDATE SET bytes = excluded.bytes
      RETURNING id`,
      )
      .pluck()
      .get(sha256, extension, kind, bytes, now())!
  }

  /** Removes the artefacts that nothing refers to any more. @returns the bytes that became free */
  collect(): number {
    let freed = 0
    for (const { id, sha256, extension, bytes } of this.#unreferenced()) {
      if (this.#pinned.has(sha256)) continue
      this.#db.prepare('DELETE FROM artefacts WHERE id = ?').run(id)
      rmSync(artefactPath(this.root, sha256, extension), { force: true })
      freed += bytes
    }
    return freed
  }

  /**
   * The foreign keys of the layout say what refers to artefacts, so that no new table can be forgotten here.
   */
  #unreferenced(): Artefact[] {
    const columns = this.#db
      .prepare<[], { child: string; parent: string }>(
        `SELECT m.name AS child, f."from" AS parent
      FROM sqlite_master m, pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = 'artefacts'`,
      )
      .all()
    const unused = columns.map(
      ({ child, parent }) => `NOT EXISTS (SELECT 1 FROM ${child} WHERE ${parent} = a.id)`,
    )
    return this.#db.prepare<[], Artefact>(`SELECT * FROM artefacts a WHERE ${unused.join(' AND ')}`).all()
  }
}
