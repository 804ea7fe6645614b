import { computed, type ComputedRef } from 'vue'
import type { OwnPicture } from '../../charts/chart.ts'
import type { LatentCloud } from '../../charts/latent/latentCloud.ts'
import { latentPng } from '../../charts/latent/latentPng.ts'
import { latentSvg } from '../../charts/latent/latentSvg.ts'
import { latentTable } from '../../charts/latent/latentTable.ts'
import type { Seen } from '../../charts/latent/seen.ts'
import { roles, roleNames } from '../../results/roles.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'
import { t } from '../../words/words.ts'

interface Shown {
  images(): ScoredImages
  cloud(): LatentCloud | null
  /** Null where nothing is drawn. */
  seen(): Seen | null
  label(): string
}

const titles = [t('Position'), t('Class'), t('Role'), t('Score')]

/** The latent picture as the menu of charts saves it: as it is seen, and the points that are shown. */
export function useLatentExport({ images, cloud, seen, label }: Shown): ComputedRef<OwnPicture | null> {
  const describe = (position: number) => {
    const { set, labels, role, scores } = images()
    return [position, set.classes[labels[position]] ?? null, roleNames[roles[role[position]]], scores[position]]
  }
  async function picture(kind: 'svg' | 'png'): Promise<Blob> {
    const [shown, drawn] = [cloud(), seen()]
    if (!shown || !drawn) throw new Error(t('the latent picture is not drawn yet'))
    return kind === 'svg' ? latentSvg(shown, drawn, label()) : latentPng(shown, drawn)
  }
  return computed(() => {
    const shown = cloud()
    if (!shown) return null
    return {
      name: t('Latent space'), label: label(), of: images().ensemble.name,
      table: () => latentTable(shown, titles, describe), picture,
    }
  })
}
