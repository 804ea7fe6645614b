// Computes one UMAP beside the window's own thread, which stays free for the mouse.
import { umapPlaces, type UmapQuestion } from '../results/umap.ts'
import type { UmapAnswer } from './umapMessages.ts'

const tell = (answer: UmapAnswer) => self.postMessage(answer)

self.addEventListener('message', ({ data }: MessageEvent<UmapQuestion>) =>
  tell({ places: umapPlaces(data, (share) => tell({ share })) }),
)
