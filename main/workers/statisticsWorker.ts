import { serve } from './channel.ts'
import { compare } from './compareTask.ts'
import { importScores } from './importScoresTask.ts'
import { judge } from './judgeTask.ts'

// The process that computes statistics of numbers that are there, or come as a file.
serve('statistics', (job, channel) => {
  if (job.task === 'judge') return judge(job)
  return job.task === 'compare' ? compare(job) : importScores(job, channel)
})
