import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { cardMemoryOf, findCards } from '../../../main/compute/cards/findCards.ts'
import { driverVersion } from '../../../main/compute/cards/nvidiaFiles.ts'
import { parseProcessMemory } from '../../../main/compute/cards/nvidiaQuery.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { answers, usingNvidiaSmi } from './nvidiaSmi.ts'

/** A system whose files are these. */
function system(files: Record<string, string> = {}) {
  const root = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return { proc: path.join(root, 'proc'), sys: path.join(root, 'sys') }
}

const onBus = { 'sys/bus/pci/devices/0000:01:00.0/vendor': '0x10de\n', 'sys/bus/pci/devices/0000:01:00.0/class': '0x030000\n' }

test('the driver’s own tool tells every card’s name, memory and driver', async () => {
  usingNvidiaSmi(answers.twoCards)
  const { cards, trouble } = await findCards(system())
  expect(cards).toEqual([
    {
      index: 0, uuid: 'GPU-5a1c4f1e-3b0d-8e4f-6a3c-1f5e0c7b9d21', name: 'NVIDIA GeForce RTX 3090', bytes: 24576 * 2 ** 20,
      freeBytes: 23871 * 2 ** 20, driver: '550.54.15',
    },
    expect.objectContaining({ index: 1, name: 'NVIDIA RTX A2000', bytes: 6138 * 2 ** 20 }),
  ])
  expect(trouble).toBeNull()
})

test('memory that the driver does not tell is unknown, not nothing', async () => {
  usingNvidiaSmi(answers.unsupported)
  expect((await findCards(system())).cards).toMatchObject([{ name: 'Orin (nvgpu)', bytes: null, freeBytes: null, driver: '540.4.0' }])
})

test('without the tool the loaded driver’s own files name card and driver', async () => {
  usingNvidiaSmi(null)
  const { cards, trouble } = await findCards(system({
    'proc/driver/nvidia/version': 'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  560.35.03  Release Build  (root@a)\nGCC version: gcc 12.2.0\n',
    'proc/driver/nvidia/gpus/0000:01:00.0/information': 'Model: \t\t NVIDIA GeForce RTX 3080\nIRQ:   \t\t 130\nGPU UUID: \t GPU-11112222-3333-4444-5555-666677778888\n',
  }))
  expect(cards).toEqual([{
    index: 0, uuid: 'GPU-11112222-3333-4444-5555-666677778888', name: 'NVIDIA GeForce RTX 3080', bytes: null, freeBytes: null, driver: '560.35.03',
  }])
  expect(trouble).toBeNull()
})

test('a card without a driver is found on the bus, and an NVIDIA sound device is no card', async () => {
  usingNvidiaSmi(null)
  const { cards } = await findCards(system({
    ...onBus, 'sys/bus/pci/devices/0000:01:00.1/vendor': '0x10de\n', 'sys/bus/pci/devices/0000:01:00.1/class': '0x040300\n',
    'sys/bus/pci/devices/0000:00:02.0/vendor': '0x8086\n', 'sys/bus/pci/devices/0000:00:02.0/class': '0x030000\n',
  }))
  expect(cards).toEqual([{ index: 0, uuid: null, name: 'NVIDIA graphics card', bytes: null, freeBytes: null, driver: null }])
})

test('a driver that does not answer is said in its own words, beside the card on the bus', async () => {
  usingNvidiaSmi(answers.noDriver, 9)
  const { cards, trouble } = await findCards(system(onBus))
  expect(cards).toHaveLength(1)
  expect(trouble).toMatch(/^NVIDIA's driver does not answer: nvidia-smi said "NVIDIA-SMI has failed because it couldn't communicate/)
})

test('a machine without any card has none, and no trouble', async () => {
  usingNvidiaSmi(null)
  expect(await findCards(system())).toEqual({ cards: [], trouble: null })
  usingNvidiaSmi(answers.noDevices)
  expect(await findCards(system())).toEqual({ cards: [], trouble: null })
})

test('a process’s memory is summed over the cards that it is on, and unknown where it is on none', async () => {
  expect(parseProcessMemory('4711, 1200\n4712, 300\n4711, 100\n', 4711)).toBe(1300 * 2 ** 20)
  expect(parseProcessMemory('4711, [N/A]\n', 4711)).toBeNull()
  usingNvidiaSmi('4711, 512\n')
  expect(await cardMemoryOf(4711)).toBe(512 * 2 ** 20)
  expect(await cardMemoryOf(1)).toBeNull()
})

test.each([
  ['NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.57.02  Tue Jul 13 16:14:05 UTC 2021', '470.57.02'],
  ['NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  560.35.03  Release Build', '560.35.03'],
  ['', null],
])('of "%s" the driver is %s', (text, version) => {
  expect(driverVersion(text)).toBe(version)
})
