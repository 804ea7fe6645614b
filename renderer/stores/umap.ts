import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { UmapPlaces, UmapQuestion } from '../results/umap.ts'
import type { UmapAnswer } from '../workers/umapMessages.ts'
import { t } from '../words/words.ts'

/** How many are kept: each is a few bytes an image, and seconds of work. */
const most = 6

/** The UMAPs that were computed since the window was opened, and the one that is being computed. */
export const useUmap = defineStore('umap', () => {
  const share = ref<number | null>(null)
  const kept = new Map<string, Promise<UmapPlaces>>()
  let stop = () => {}

  /**
   * The places of what a key names, computed once. Another that is still being computed is given up.
   * @throws Error where the worker fails
   */
  function placesOf(key: string, question: () => UmapQuestion): Promise<UmapPlaces> {
    const found = kept.get(key)
    if (found) return found
    stop()
    const made = compute(question())
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return made
  }

  function compute(question: UmapQuestion): Promise<UmapPlaces> {
    const worker = new Worker(new URL('../workers/umapWorker.ts', import.meta.url), { type: 'module' })
    share.value = 0
    return new Promise<UmapPlaces>((resolve, reject) => {
      const end = () => {
        worker.terminate()
        share.value = null
        stop = () => {}
      }
      stop = () => {
        end()
        reject(new Error(t('Another UMAP was asked for meanwhile.')))
      }
      worker.addEventListener('message', ({ data }: MessageEvent<UmapAnswer>) => {
        if ('share' in data) return void (share.value = data.share)
        end()
        resolve(data.places)
      })
      worker.addEventListener('error', ({ message }) => {
        end()
        reject(new Error(message || t('The worker that computes UMAP could not be started.')))
      })
      worker.postMessage(question)
    })
  }

  return { share, placesOf }
})
