import '../../../main/workers/statisticsWorker.ts'
