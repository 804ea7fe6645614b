import '../../../main/workers/thumbnailWorker.ts'
