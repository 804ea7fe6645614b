import '../../../main/workers/exportImagesWorker.ts'
