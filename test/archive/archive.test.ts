import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { manifestName } from '../../main/archive/manifest.ts'
import { readArchive } from '../../main/archive/readArchive.ts'
import { writeArchive } from '../../main/archive/writeArchive.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const never = new AbortController().signal
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const entry = (name: string, text: string) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256(text) })

/** A folder with an empty one to unpack into, and what reading an archive in it gives. */
function place() {
  const folder = temporaryFolder()
  const [file, out] = [path.join(folder, 'a.zip'), path.join(folder, 'out')]
  mkdirSync(out)
  return { folder, file, out, read: () => readArchive(file, out, () => undefined, never) }
}

interface Made { name: string; text: string; mode?: number }

/** A zip file as anybody could make it: names are not looked at. */
async function handMade(file: string, entries: Made[], manifest?: unknown): Promise<void> {
  const zip = new ZipFile()
  const all = manifest === undefined ? entries : [...entries, { name: manifestName, text: JSON.stringify(manifest) }]
  const renamed: [string, string][] = []
  all.forEach(({ name, text, mode = 0o100644 }, i) => {
    const harmless = `${i}`.padEnd(Buffer.byteLength(name), 'x')
    renamed.push([harmless, name])
    zip.addBuffer(Buffer.from(text), harmless, { mode, compress: false })
  })
  zip.end()
  let bytes = (await buffer(zip.outputStream)).toString('latin1')
  for (const [from, to] of renamed) bytes = bytes.replaceAll(from, Buffer.from(to).toString('latin1'))
  writeFileSync(file, Buffer.from(bytes, 'latin1'))
}

const listed = (...entries: Made[]) => ({
  kind: 'lacuna-archive', format: 1, about: {}, entries: entries.map(({ name, text }) => entry(name, text)),
})

test('what was packed is unpacked as it was, with what was said about it, and progress up to the end', async () => {
  const { folder, file, out, read } = place()
  writeFileSync(path.join(folder, 'one'), 'x'.repeat(100_000))
  writeFileSync(path.join(folder, 'two'), '')
  const seen: { done: number; total: number }[] = []
  const files = [
    { name: 'rows/a.ndjson', file: path.join(folder, 'one') },
    { name: 'artefacts/b', file: path.join(folder, 'two'), sha256: sha256('') },
  ]
  const manifest = await writeArchive(file, files, { project: 'p' }, (progress) => seen.push(progress), never)
  expect(seen.at(-1)).toEqual({ done: 100_000, total: 100_000 })
  expect(await read()).toEqual(manifest)
  expect(manifest).toMatchObject({ about: { project: 'p' }, entries: [entry('rows/a.ndjson', 'x'.repeat(100_000)), entry('artefacts/b', '')] })
  expect(readFileSync(path.join(out, 'rows', 'a.ndjson'), 'utf8')).toBe('x'.repeat(100_000))
})

test('the same files give the same bytes', async () => {
  const { folder, file } = place()
  const source = path.join(folder, 'one')
  writeFileSync(source, 'one')
  const pack = async (target: string) => {
    await writeArchive(target, [{ name: 'a', file: source }], {}, () => undefined, never)
    return readFileSync(target)
  }
  expect(await pack(file)).toEqual(await pack(`${file}.2`))
})

test('a file that is not what its hash says is not packed, and no half archive stays', async () => {
  const { folder, file } = place()
  writeFileSync(path.join(folder, 'one'), 'rotten')
  const packed = writeArchive(file, [{ name: 'a', file: path.join(folder, 'one'), sha256: sha256('fresh') }], {}, () => undefined, never)
  await expect(packed).rejects.toMatchObject({ code: 'ARCHIVE', message: expect.stringContaining('one is damaged') })
  expect(existsSync(file)).toBe(false)
})

test('packing that is broken off leaves no file', async () => {
  const { folder, file } = place()
  writeFileSync(path.join(folder, 'one'), 'x'.repeat(3_000_000))
  const stop = new AbortController()
  const packed = writeArchive(file, [{ name: 'a', file: path.join(folder, 'one') }], {}, () => stop.abort(), stop.signal)
  await expect(packed).rejects.toMatchObject({ name: 'AbortError' })
  expect(existsSync(file)).toBe(false)
})

const good = { name: 'rows/a', text: 'good' }

test.each<[string, Made[], unknown, string]>([
  ['climbs out', [good, { name: '../evil', text: 'x' }], listed(good), '"../evil"'],
  ['climbs out from inside', [good, { name: 'rows/../../evil', text: 'x' }], listed(good), '"rows/../../evil"'],
  ['is absolute', [good, { name: '/etc/evil', text: 'x' }], listed(good), '"/etc/evil"'],
  ['is absolute on Windows', [good, { name: 'C:/evil', text: 'x' }], listed(good), '"C:/evil"'],
  ['climbs out on Windows', [good, { name: '..\\evil', text: 'x' }], listed(good), '"..\\evil"'],
  ['is a link', [good, { name: 'link', text: '/etc', mode: 0o120777 }], listed(good, { name: 'link', text: '/etc' }), '"link" in a.zip is a link'],
  ['is a folder', [good, { name: 'rows/', text: '' }], listed(good), '"rows/" in a.zip is no plain file'],
  ['is there twice', [good, good], listed(good), '"rows/a" in a.zip is there twice'],
  ['is not listed', [good, { name: 'more', text: 'x' }], listed(good), '"more" in a.zip is not in its list'],
  ['is missing', [good], listed(good, { name: 'more', text: 'x' }), '"more" in a.zip is missing'],
  ['has another size', [good], listed({ ...good, text: 'longer' }), '"rows/a" in a.zip has another size'],
  ['has another hash', [good], listed({ ...good, text: 'evil' }), '"rows/a" in a.zip is not what was packed'],
])('an archive with an entry that %s is refused by its name', async (_, entries, manifest, said) => {
  const { folder, file, out, read } = place()
  await handMade(file, entries, manifest)
  await expect(read()).rejects.toMatchObject({ code: 'ARCHIVE', message: expect.stringContaining(said), hint: expect.any(String) })
  // Only the hash is known too late; then the file is where it belongs, in the folder that is thrown away.
  expect(readdirSync(folder).toSorted()).toEqual(['a.zip', 'out'])
  if (!said.includes('not what was packed')) expect(readdirSync(out)).toEqual([])
})

test('bytes that changed since they were packed are found', async () => {
  const { folder, file, read } = place()
  writeFileSync(path.join(folder, 'one'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i) % 251)))
  await writeArchive(file, [{ name: 'a', file: path.join(folder, 'one') }], {}, () => undefined, never)
  const bytes = readFileSync(file)
  bytes[100] ^= 0xff
  writeFileSync(file, bytes)
  await expect(read()).rejects.toMatchObject({ code: 'ARCHIVE', message: expect.stringContaining('The entry "a" in a.zip') })
})

test('an archive of a newer format, one without a list, and what is none are told apart', async () => {
  const { file, read } = place()
  await handMade(file, [good], { ...listed(good), format: 2, news: true })
  await expect(read()).rejects.toMatchObject({ message: '"manifest.json" in a.zip is of format 2, and this Lacuna reads up to 1.', hint: 'Update Lacuna, and try again.' })
  await handMade(file, [good])
  await expect(read()).rejects.toMatchObject({ message: expect.stringContaining('has no "manifest.json"') })
  await handMade(file, [good], { kind: 'other' })
  await expect(read()).rejects.toMatchObject({ message: expect.stringContaining('is not the list of a Lacuna archive') })
  writeFileSync(file, 'no zip')
  await expect(read()).rejects.toMatchObject({ message: expect.stringContaining('is not a zip archive') })
})
