import '../../../main/workers/deviceWorker.ts'
