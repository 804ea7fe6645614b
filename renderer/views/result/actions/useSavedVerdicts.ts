import type { VerdictFormat } from '../../../../main/contract/verdictFiles.ts'
import { download } from '../../../charts/export/download.ts'
import { fileName } from '../../../charts/export/fileName.ts'
import { useEngine } from '../../../client/engine.ts'
import { useAction } from '../../../composables/useAction.ts'
import type { ScoredImages } from '../../../results/scoredImages.ts'

const types: Record<VerdictFormat, string> = { csv: 'text/csv', json: 'application/json' }

/** Saves the current verdicts of the shown images as a file. */
export function useSavedVerdicts(images: () => ScoredImages) {
  const { api } = useEngine()
  return useAction(async (format: VerdictFormat) => {
    const { set } = images()
    const { text } = await api.verdictFiles.read({ imageSetId: set.id, format })
    download(new Blob([text], { type: types[format] }), fileName([set.name, 'verdicts'], format))
  })
}
