import '../../../main/workers/encoderWorker.ts'
