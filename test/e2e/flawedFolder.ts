import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeSample } from '../../main/datasets/sample.ts'
import { picture } from '../datasets/madeImages.ts'

const classes = ['Bag', 'Trouser', 'Sneaker']
const [trained, tested] = [40, 15]

/**
 * A folder with splits, as people have them: four copies straddle training and test, two images lie in two classes, one
 * was saved again as JPEG, and three files are no images.
 */
export async function flawedFolder(folder: string): Promise<string> {
  const whole = `${folder}-all`
  await writeSample(whole)
  for (const name of classes) layClass(whole, folder, name)
  rmSync(whole, { recursive: true })
  const at = (split: string, name: string, i: number) => path.join(folder, split, name, readdirSync(path.join(folder, split, name)).toSorted()[i])
  for (let i = 0; i < 4; i++) cpSync(at('train', 'Bag', i), path.join(folder, 'test', 'Bag', `copy-${i}.png`))
  for (let i = 0; i < 2; i++) cpSync(at('train', 'Sneaker', 5 + i), path.join(folder, 'train', 'Trouser', `foreign-${i}.png`))
  writeFileSync(path.join(folder, 'train', 'Bag', 'empty.png'), '')
  writeFileSync(path.join(folder, 'train', 'Sneaker', 'notes.png'), 'Remember to photograph the left side, too.')
  writeFileSync(path.join(folder, 'test', 'Trouser', 'broken.png'), readFileSync(at('test', 'Trouser', 3)).subarray(0, 300))
  await layPhotographs(folder)
  return folder
}

function layClass(whole: string, folder: string, name: string): void {
  const files = readdirSync(path.join(whole, name)).toSorted().slice(0, trained + tested)
  files.forEach((file, i) => {
    const target = path.join(folder, i < trained ? 'train' : 'test', name)
    mkdirSync(target, { recursive: true })
    cpSync(path.join(whole, name, file), path.join(target, file))
  })
}

/** Larger ones in colour; the first of them also as a JPEG of half the size. */
async function layPhotographs(folder: string): Promise<void> {
  const train = path.join(folder, 'train', 'Photograph')
  mkdirSync(train, { recursive: true })
  for (let i = 0; i < 6; i++) await picture(i + 1, 320, 240).png().toFile(path.join(train, `${i}.png`))
  await picture(1, 320, 240).resize(160, 120).jpeg().toFile(path.join(train, 'small.jpg'))
}
