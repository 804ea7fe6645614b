import '../../../main/workers/featuresWorker.ts'
