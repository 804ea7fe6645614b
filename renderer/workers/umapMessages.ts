import type { UmapPlaces } from '../results/umap.ts'

/** What the worker says: how far it is, and in the end the places. */
export type UmapAnswer = { share: number } | { places: UmapPlaces }
