import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ensureSample, writeSample } from '../../main/datasets/sample.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { imported } from './imported.ts'

test('the sample has 600 images of each of ten classes and imports without a warning', async () => {
  const folder = path.join(temporaryFolder(), 'sample')
  expect(await writeSample(folder)).toBe(6000)
  expect(readdirSync(folder).length).toBe(11)
  expect(readFileSync(path.join(folder, 'LICENSE.txt'), 'utf8')).toContain('Zalando')
  const { result } = await imported(folder)
  expect(result.classes).toEqual([
    'Ankle boot',
    'Bag',
    'Coat',
    'Dress',
    'Pullover',
    'Sandal',
    'Shirt',
    'Sneaker',
    'T-shirt',
    'Trouser',
  ])
  expect(result.counts).toMatchObject({ images: 6000, problems: 0, others: 0 })
  expect(
    result.counts.byClass.every(
      ({ train, validation, test: held }) => train === 420 && validation === 60 && held === 120,
    ),
  ).toBe(true)
  expect([result.snapshot, result.warnings]).toMatchObject([{ height: 28, width: 28, channels: 1 }, []])
})

test('the sample is not unpacked over anything', async () => {
  await expect(writeSample(path.resolve('test'))).rejects.toThrow('is not empty')
})

test('a sample that was unpacked half-way is unpacked anew, and one that is there is left alone', async () => {
  const folder = path.join(temporaryFolder(), 'samples', 'fashion')
  mkdirSync(path.join(`${folder}.part`, 'Bag'), { recursive: true })
  writeFileSync(path.join(`${folder}.part`, 'Bag', 'half.png'), '')
  await ensureSample(folder)
  expect([readdirSync(folder).length, readdirSync(path.join(folder, 'Bag')).length]).toEqual([11, 600])
  rmSync(path.join(folder, 'Bag'), { recursive: true })
  await ensureSample(folder)
  expect(readdirSync(folder).length).toBe(10)
})
