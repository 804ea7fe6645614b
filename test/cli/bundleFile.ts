import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readArchive } from '../../main/archive/readArchive.ts'
import { writeArchive } from '../../main/archive/writeArchive.ts'
import { eachEntry, openZip } from '../../main/archive/zipFile.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const never = new AbortController().signal

/** Where the packed bytes of each entry lie in a zip file. */
export async function entriesOf(file: string): Promise<{ name: string; begin: number; bytes: number }[]> {
  const zip = await openZip(file, { lazyEntries: true, autoClose: false })
  const all = readFileSync(file)
  const entries: { name: string; begin: number; bytes: number }[] = []
  await eachEntry(zip, ({ fileName: name, relativeOffsetOfLocalHeader: at, compressedSize: bytes }) => {
    entries.push({ name, begin: at + 30 + all.readUInt16LE(at + 26) + all.readUInt16LE(at + 28), bytes })
  })
  zip.close()
  return entries
}

/** A copy of a file in which one byte is another. */
export function withOtherByte(file: string, place: number): string {
  const bytes = readFileSync(file)
  bytes[place] ^= 0xff
  const copy = path.join(temporaryFolder(), path.basename(file))
  writeFileSync(copy, bytes)
  return copy
}

/** What reading an archive says: null where it is whole. */
export async function refusal(file: string): Promise<string | null> {
  return readArchive(file, temporaryFolder(), () => undefined, never).then(() => null, (error: Error) => error.message)
}

/** A copy in which the recorded scores are raised, all names and hashes right again: as somebody would who cheats. */
export async function withOtherScores(file: string, by: number): Promise<string> {
  const folder = temporaryFolder()
  const { about, entries } = await readArchive(file, folder, () => undefined, never)
  const rows = path.join(folder, 'rows/scores.ndjson')
  const { scores_id: old } = JSON.parse(readFileSync(rows, 'utf8').split('\n')[0]) as { scores_id: string }
  const values = new Float32Array(Uint8Array.from(readFileSync(path.join(folder, 'artefacts', old))).buffer)
  const raised = Buffer.from(values.map((value) => value + by).buffer)
  const name = `${createHash('sha256').update(raised).digest('hex')}.f32`
  writeFileSync(path.join(folder, 'artefacts', name), raised)
  writeFileSync(rows, readFileSync(rows, 'utf8').replaceAll(old, name))
  const files = entries.map((entry) => entry.name.replace(old, name)).map((entry) => ({ name: entry, file: path.join(folder, entry) }))
  const forged = path.join(folder, 'forged.lacuna')
  await writeArchive(forged, files, about, () => undefined, never)
  return forged
}
