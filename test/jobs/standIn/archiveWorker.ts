import '../../../main/workers/archiveWorker.ts'
