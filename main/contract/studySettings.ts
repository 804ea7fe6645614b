import { z } from 'zod'

/** What a study can vary in an arm. */
export const VariedSetting = z.enum([
  'latent', 'dense', 'radius', 'alpha', 'classWeight', 'objective', 'means', 'order', 'members', 'epochs',
  'learningRate',
])

/** The settings of a cell that are not its arm's own. */
export const Varied = z.record(z.string(), z.union([z.number(), z.string()]))

export type VariedSetting = z.infer<typeof VariedSetting>
