import { expect, test } from 'vitest'
import { onnxFile } from '../encoders/fixtureFiles.ts'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()
const add = (...more: string[]) => lacuna(folder, ['encoder', 'add', onnxFile('tiny-encoder'), ...more])

test('an encoder is added, listed and removed, for people and as JSON', async () => {
  const added = await add('--name', 'tiny', '--mean', '0.485,0.456,0.406', '--std', '0.25')
  expect([added.code, added.stderr]).toEqual([0, ''])
  expect(added.stdout).toMatch(/takes +16 x 16 colour as "image", NCHW\n/)
  expect(added.stdout).toMatch(/normalised +less 0.485, 0.456, 0.406, divided by 0.25, 0.25, 0.25\n/)
  expect(added.stdout).toMatch(/features +8 from "features"\n/)
  const listed = await lacuna(folder, ['encoder', 'list', '--json'])
  expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'tiny', output: { width: 8 } }])
  const removed = await lacuna(folder, ['encoder', 'remove', 'tiny'])
  expect(removed.stdout).toMatch(/^Removed the encoder "tiny"; 1\.\d kB became free\.\n$/)
  expect((await lacuna(folder, ['encoder', 'list'])).stdout).toBe('none\n')
}, 120_000)

test.each([
  [['encoder', 'add', onnxFile('text')], 1, /^lacuna: text\.onnx is not an ONNX model\.\n/],
  [['encoder', 'add', onnxFile('nowhere')], 2, /There is no .*nowhere\.onnx\./],
  [['encoder', 'add', onnxFile('free-size'), '--mean', '1,2'], 2, /One number is expected, or three/],
  [['encoder', 'remove'], 2, /missing required argument 'encoder'[^]*See "lacuna encoder remove --help"/],
  [['encoder', 'remove', 'tidy'], 1, /There is no encoder "tidy"\./],
  [['score', '--ensemble', '1', '--detector', 'encoder-knn'], 2, /The detector "encoder-knn" reads an encoder; name one with --encoder\./],
  [['score', '--ensemble', '1', '--detector', 'encoder-knn', '--encoder', 'tidy'], 2, /There is no encoder "tidy"\./],
  [['score', '--ensemble', '1', '--encoder', 'tidy'], 2, /No detector that is asked for reads an encoder[^]*encoder-knn/],
])('%j ends with %i and a sentence', async (args, code, told) => {
  const ended = await lacuna(folder, args)
  expect(ended.stderr).toMatch(told)
  expect([ended.code, ended.stdout]).toEqual([code, ''])
}, 60_000)
