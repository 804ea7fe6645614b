import type { ModelFacts } from './modelCard.ts'

/** Ten lines that score an image, in Python. */
export function pythonExample({ image: { height, width, channels } }: ModelFacts): string {
  const mode = channels === 1 ? 'L' : 'RGB'
  return `# pip install onnxruntime pillow numpy; python score.py IMAGE...
import json, sys
import numpy, onnxruntime
from PIL import Image

session, about = onnxruntime.InferenceSession("score.onnx"), json.load(open("detector.json"))
for path in sys.argv[1:]:
    image = Image.open(path).convert("${mode}").resize((${width}, ${height}))
    pixels = numpy.asarray(image, numpy.float32).reshape(1, ${height}, ${width}, ${channels}) / 255
    score, nearest = session.run(["score", "nearest"], {"images": pixels})
    print(path, score[0], "flagged" if score[0] > about["threshold"] else "passed", about["classes"][nearest[0]])
`
}

/** The same in TypeScript, for Node. */
export function typescriptExample({ image: { height, width, channels } }: ModelFacts): string {
  const colour = channels === 1 ? "toColourspace('b-w')" : "toColourspace('srgb')"
  return `// npm install onnxruntime-node sharp; node score.ts IMAGE...
import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'

const [session, about] = [await InferenceSession.create('score.onnx'), JSON.parse(readFileSync('detector.json', 'utf8'))]
for (const path of process.argv.slice(2)) {
  const pixels = await sharp(path).removeAlpha().${colour}.resize(${width}, ${height}, { fit: 'fill' }).raw().toBuffer()
  const images = new Tensor('float32', Float32Array.from(pixels, (value) => value / 255), [1, ${height}, ${width}, ${channels}])
  const { score, nearest } = await session.run({ images })
  const flagged = Number(score.data[0]) > about.threshold ? 'flagged' : 'passed'
  console.log(path, score.data[0], flagged, about.classes[Number(nearest.data[0])])
}
`
}
