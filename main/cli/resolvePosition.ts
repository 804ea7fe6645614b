import type { Api } from '../client/connect.ts'
import { CommandFailure } from './failures.ts'

const page = 10_000

/**
 * The position of an image in its set, by its path there; a whole number is the position itself.
 * @throws CommandFailure where no image has that path
 */
export async function findPosition(api: Api, imageSetId: number, text: string): Promise<number> {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  for (let offset = 0; ; offset += page) {
    const rows = await api.imageSets.images({ id: imageSetId, offset, limit: page })
    const found = rows.find(({ path }) => path === text)
    if (found) return found.position
    if (rows.length < page)
      throw new CommandFailure(`No image of set ${imageSetId} has the path "${text}".`, 'Paths are as "lacuna show score" lists them.')
  }
}
