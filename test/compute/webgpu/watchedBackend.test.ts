import { expect, it } from 'vitest'
import { askProcess } from './askProcess.ts'
import { softwareAdapter } from './softwareAdapter.ts'

const { env, why } = await softwareAdapter()
const fail = (way: string) => askProcess<{ values?: number[]; code?: string; message?: string; hint?: string }>('failingProcess.ts', [way], env!)
const test = it.skipIf(why !== null)
const named = why ?? 'on SwiftShader'

test(`a value that all went well for is given out (${named})`, async () => {
  expect(await fail('not')).toEqual({ values: [2, 4, 6] })
})

test(`where the card is lost a read says so in one sentence, and goes on nowhere else (${named})`, async () => {
  expect(await fail('lost')).toEqual({
    code: 'WEBGPU_LOST', message: expect.stringMatching(/^The graphics card swiftshader.* was lost while it computed: .+[^.]\.$/),
    hint: expect.stringContaining('goes on from its last checkpoint'),
  })
})

test.each(['too large', 'refused before'])(`where the card refuses a command no value comes out of it: %s (${named})`, async (way) => {
  const said = await fail(way)
  expect(said).toMatchObject({ code: 'WEBGPU_FAILED', message: expect.stringMatching(/^The graphics card swiftshader.* refused to compute: Buffer .+\.$/) })
  expect(said.message).not.toContain('\n')
})

test(`a value that is not waited for is refused (${named})`, async () => {
  expect((await fail('not waited for')).message).toBe('WebGPU gives values only by data(), not by dataSync().')
})
