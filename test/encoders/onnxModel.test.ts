import { expect, it } from 'vitest'
import { startEngine } from '../../main/engine/startEngine.ts'
import { describeEncoder } from '../../main/encoders/describeEncoder.ts'
import { runScore } from '../../main/workers/scoreJob.ts'
import { modelNamed } from './fixtureFiles.ts'

/** Whether the native library is part of this process. */
function isLoaded(): boolean {
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] }
  return sharedObjects.some((file) => file.includes('onnxruntime'))
}

it('the runtime is loaded with the first model, and with nothing before: not by the engine, nor where scores are computed', async () => {
  expect([startEngine, runScore, describeEncoder].map((one) => typeof one)).toEqual(['function', 'function', 'function'])
  expect(isLoaded()).toBe(false)
  await modelNamed('tiny-encoder')
  expect(isLoaded()).toBe(true)
})
