/** Where the anomalies of a case come from that are no class of the set. */
export type Probe =
  | { kind: 'foreign'; set: string }
  | { kind: 'corruption'; corruption: Corruption; severity: number }
  | { kind: 'blends'; share: number }

export type Corruption = 'noise' | 'blur' | 'occlusion' | 'rotation'

/** One question of a protocol: which classes are held out, or which other images are the anomalies (`probe`). */
export interface StudyCase { name: string; heldOut: string[]; probe: Probe | null }
