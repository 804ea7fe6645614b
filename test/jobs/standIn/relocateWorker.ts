import '../../../main/workers/relocateWorker.ts'
