import { serve } from './channel.ts'
import { importScores } from './importScoresTask.ts'
import { judge } from './judgeTask.ts'

// The process that computes statistics of numbers that are there, or come as a file.
serve('statistics', (job, channel) => job.task === 'judge' ? judge(job) : importScores(job, channel))
