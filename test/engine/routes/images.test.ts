import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { routes } from '../../../main/contract/routes.ts'
import { processOptions } from '../../../main/engine/engineOptions.ts'
import { engineInTest } from '../engineInTest.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

/** Pictures that are all different: each brighter than the one before. */
async function picture(width: number, height: number, shade: number): Promise<Buffer> {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => (i * shade) % 251)
  return sharp(pixels, { raw: { width, height, channels: 1 } }).png().toBuffer()
}

async function folderOf(sides: [number, number][]): Promise<string> {
  const folder = path.join(temporaryFolder(), 'photos')
  for (const [i, [width, height]] of sides.entries()) {
    mkdirSync(path.join(folder, 'ab'[i % 2]), { recursive: true })
    writeFileSync(path.join(folder, 'ab'[i % 2], `${i}.png`), await picture(width, height, i + 3))
  }
  return folder
}

async function imported(source: string) {
  const made = await engineInTest({ scripts: processOptions(['--workspace', '.']).scripts })
  const { id, jobId } = await made.api.imageSets.import({ project: 'p', source, size: { width: 16, height: 16 } })
  expect(await made.ended(jobId)).toMatchObject({ state: 'done' })
  const rows = await made.api.imageSets.images({ id })
  const positionOf = (name: string) => rows.find((row) => row.path.endsWith(name))!.position
  const get = (route: string, headers = {}) => made.engine.fetch(new Request(`http://lacuna${route}`, { headers }))
  return { ...made, id, rows, positionOf, get }
}

const sidesOf = async (response: Response) => {
  const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return { format, width, height }
}

test('a thumbnail is the original in its own proportions, and never larger than it', async () => {
  const { get, id, positionOf } = await imported(await folderOf([[200, 100], [28, 28], [90, 300], [28, 28]]))
  const response = await get(routes.image(id, positionOf('0.png'), 128))
  expect(response.headers.get('content-type')).toBe('image/webp')
  expect(await sidesOf(response)).toEqual({ format: 'webp', width: 128, height: 64 })
  const small = await get(routes.image(id, positionOf('0.png'), 64))
  expect(small.headers.get('content-type')).toBe('image/webp')
  expect(await sidesOf(small)).toEqual({ format: 'webp', width: 64, height: 32 })
  expect(await sidesOf(await get(routes.image(id, positionOf('2.png'), 100)))).toMatchObject({ width: 30, height: 100 })
  expect(await sidesOf(await get(routes.image(id, positionOf('1.png'), 512)))).toMatchObject({ width: 28, height: 28 })
})

test('a small original comes without loss', async () => {
  const { get, id, positionOf } = await imported(await folderOf([[28, 28], [28, 28]]))
  const bytes = Buffer.from(await (await get(routes.image(id, positionOf('0.png'), 64))).arrayBuffer())
  const decoded = await sharp(bytes).greyscale().raw().toBuffer()
  expect([...decoded]).toEqual(Array.from({ length: 28 * 28 }, (_, i) => (i * 3) % 251))
})

test('a thumbnail is named by its original’s content: asked for again it is not sent again', async () => {
  const { get, id, rows } = await imported(await folderOf([[28, 28], [28, 28]]))
  const route = routes.image(id, 0, 64, rows[0].hash)
  const { headers } = await get(route)
  expect([headers.get('etag'), headers.get('cache-control')]).toEqual([`"${rows[0].hash}"`, 'private, max-age=31536000, immutable'])
  expect((await get(route, { 'if-none-match': `"${rows[0].hash}"` })).status).toBe(304)
})

test('once made, a thumbnail is there without its original; another size is not, and that is said with the file’s name', async () => {
  const source = await folderOf([[28, 28], [28, 28]])
  const { get, id, positionOf } = await imported(source)
  const position = positionOf('0.png')
  expect((await get(routes.image(id, position, 64))).status).toBe(200)
  rmSync(path.join(source, 'a', '0.png'))
  expect((await get(routes.image(id, position, 64))).status).toBe(200)
  const gone = await get(routes.image(id, position, 32))
  expect([gone.status, await gone.json()]).toMatchObject([404, {
    code: 'NOT_FOUND', message: `"a/0.png" in ${source} cannot be shown. There is no such file.`, hint: expect.stringContaining('relocate'),
  }])
})

test('an original that is not what was imported is not shown under its name', async () => {
  const source = await folderOf([[28, 28], [28, 28]])
  const { get, id, positionOf } = await imported(source)
  writeFileSync(path.join(source, 'a', '0.png'), await picture(28, 28, 99))
  const changed = await get(routes.image(id, positionOf('0.png'), 64))
  expect([changed.status, await changed.json()]).toMatchObject([404, { message: expect.stringContaining('is not the image any more') }])
})

test('originals that moved are shown again once the set is told where they lie', async () => {
  const source = await folderOf([[28, 28], [28, 28]])
  const { api, get, id } = await imported(source)
  renameSync(source, `${source}-moved`)
  expect((await get(routes.image(id, 0, 64))).status).toBe(404)
  await api.imageSets.relocate({ id, source: `${source}-moved` })
  expect((await get(routes.image(id, 0, 64))).status).toBe(200)
})

test('a size outside the limits, a position or set that is not there, and anything but a number are refused', async () => {
  const { get, id } = await imported(await folderOf([[28, 28], [28, 28]]))
  const refused = [[`/images/${id}/0?size=31`, 422], [`/images/${id}/0?size=1025`, 422], [`/images/${id}/0`, 422], [`/images/${id}/0?size=6e1`, 422],
    [`/images/${id}/2?size=64`, 404], ['/images/99/0?size=64', 404], [`/images/${id}/..%2f0?size=64`, 404], [`/images/${id}/a%2f0.png?size=64`, 404]] as const
  for (const [route, status] of refused) {
    const response = await get(route)
    expect([route, response.status]).toEqual([route, status])
    expect(await response.json()).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/\.$/) })
  }
})

test('records of an IDX file, which have no headers of their own, are shown too', async () => {
  const folder = temporaryFolder()
  const header = (magic: number, ...sizes: number[]) => Buffer.concat([magic, ...sizes].map((value) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }))
  const pixels = Buffer.from(Array.from({ length: 4 * 20 * 30 }, (_, i) => (i * 7 + Math.floor(i / 600)) % 256))
  writeFileSync(path.join(folder, 'train-images-idx3-ubyte'), Buffer.concat([header(0x803, 4, 20, 30), pixels]))
  writeFileSync(path.join(folder, 'train-labels-idx1-ubyte'), Buffer.concat([header(0x801, 4), Buffer.from([0, 1, 0, 1])]))
  const { get, id } = await imported(folder)
  const bytes = Buffer.from(await (await get(routes.image(id, 2, 64))).arrayBuffer())
  expect([...(await sharp(bytes).greyscale().raw().toBuffer())]).toEqual([...pixels.subarray(2 * 600, 3 * 600)])
})

test('an image of 16 bits is shown over the range of intensities that the set was imported with', async () => {
  const source = path.join(temporaryFolder(), 'photos')
  for (const [i, name] of ['a', 'b'].entries()) {
    mkdirSync(path.join(source, name), { recursive: true })
    const values = Uint16Array.from({ length: 400 }, (_, p) => 1000 + p + i)
    const image = sharp(values, { raw: { width: 20, height: 20, channels: 1 } }).toColourspace('grey16')
    await image.png().toFile(path.join(source, name, 'x.png'))
  }
  const { api, get, id } = await imported(source)
  expect((await api.imageSets.show({ id })).snapshot?.range).toEqual([1000, 1400])
  const bytes = Buffer.from(await (await get(routes.image(id, 0, 64))).arrayBuffer())
  const shown = await sharp(bytes).greyscale().raw().toBuffer()
  expect([shown[0], shown[399]]).toEqual([0, Math.round((399 / 400) * 255)])
})
