import { serve } from './channel.ts'
import { runExportImages } from './exportImagesTask.ts'

serve('exportImages', runExportImages)
