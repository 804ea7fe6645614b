import { serve } from '../../../main/workers/channel.ts'

// Stands in for the worker that looks at the graphics cards: there is none.
serve('adapters', async () => ({ adapters: [], why: 'WebGPU is not usable because no graphics card was found.' }))
