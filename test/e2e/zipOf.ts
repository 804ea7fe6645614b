import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Packs a folder of images by class. @returns the bytes of the zip file, which stays beside the folder */
export async function zipOf(folder: string): Promise<Buffer> {
  const zip = new ZipFile()
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const whole = path.join(file.parentPath, file.name)
    zip.addFile(whole, path.relative(folder, whole))
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(`${folder}-packed.zip`))
  return readFileSync(`${folder}-packed.zip`)
}
