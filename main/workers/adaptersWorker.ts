import { webGpuDevice } from '../compute/webgpu/webGpuDevice.ts'
import { serve } from './channel.ts'

// The process that looks at the graphics cards: their drivers must not be loaded into the engine.
serve('adapters', () => webGpuDevice())
