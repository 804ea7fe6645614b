import '../../../main/workers/runtimeWorker.ts'
