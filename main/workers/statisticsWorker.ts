import { serve } from './channel.ts'
import { compare } from './compareTask.ts'
import { curves } from './curvesTask.ts'
import { importScores } from './importScoresTask.ts'
import { judge } from './judgeTask.ts'
import { threshold } from './thresholdTask.ts'

// The process that computes statistics of numbers that are there, or come as a file.
serve('statistics', async (job, channel) => {
  switch (job.task) {
    case 'judge':
      return judge(job)
    case 'curves':
      return curves(job)
    case 'threshold':
      return threshold(job)
    case 'compare':
      return compare(job)
    case 'import-scores':
      return importScores(job, channel)
  }
})
