import '../../../main/workers/studyTablesWorker.ts'
