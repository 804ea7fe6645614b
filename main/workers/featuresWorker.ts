import { readFile } from 'node:fs/promises'
import { SnapshotReader } from '../datasets/snapshotReader.ts'
import { imageFeatures } from '../encoders/imageFeatures.ts'
import { openModel } from '../encoders/onnxModel.ts'
import { serve } from './channel.ts'
import { writeNumbers } from './floatFiles.ts'

// The process that shows a snapshot's images to an encoder: apart from TensorFlow, which has a runtime of its own.
serve('features', async ({ snapshot, encoder, threads, target }, channel) => {
  const model = await openModel(await readFile(encoder.model), encoder.name, threads)
  const images = new SnapshotReader(snapshot.file, snapshot, snapshot.images)
  try {
    const features = await imageFeatures(model, encoder.description, images, (done) => {
      channel.cancelled.throwIfAborted()
      channel.progress({ phase: 'encoding', done, total: images.count })
    })
    await writeNumbers(target, features)
    return { files: [target] }
  } finally {
    images.close()
  }
})
