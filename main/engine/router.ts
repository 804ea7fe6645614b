import { detectorProcedures } from './detectorProcedures.ts'
import { engineProcedures } from './engineProcedures.ts'
import { ensembleProcedures } from './ensembleProcedures.ts'
import { imageSetProcedures } from './imageSetProcedures.ts'
import { jobProcedures } from './jobProcedures.ts'
import { labelProcedures } from './labelProcedures.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'
import { projectProcedures } from './projectProcedures.ts'
import { scoreProcedures } from './scoreProcedures.ts'

/** Every procedure of the contract. */
export function router(parts: EngineParts) {
  return procedures.router({
    engine: engineProcedures(parts), projects: projectProcedures(parts), imageSets: imageSetProcedures(parts),
    ensembles: ensembleProcedures(parts), scores: scoreProcedures(parts), detectors: detectorProcedures(parts),
    labels: labelProcedures(parts), jobs: jobProcedures(parts),
  })
}
