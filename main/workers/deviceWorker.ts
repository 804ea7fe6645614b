import { serve } from './channel.ts'
import { tryDevice } from './deviceTask.ts'

// The process that tries one device out; which one was set in the environment that it was started with.
serve('device', tryDevice)
