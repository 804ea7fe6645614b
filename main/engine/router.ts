import { archiveProcedures } from './archiveProcedures.ts'
import { detectorProcedures } from './detectorProcedures.ts'
import { encoderProcedures } from './encoderProcedures.ts'
import { engineProcedures } from './engineProcedures.ts'
import { ensembleProcedures } from './ensembleProcedures.ts'
import { imageSetProcedures } from './imageSetProcedures.ts'
import { jobProcedures } from './jobProcedures.ts'
import { labelProcedures } from './labelProcedures.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'
import { projectProcedures } from './projectProcedures.ts'
import { scoreProcedures } from './scoreProcedures.ts'
import { studyProcedures } from './studyProcedures.ts'
import { verdictProcedures } from './verdictProcedures.ts'
import { workspaceProcedures } from './workspaceProcedures.ts'

/** Every procedure of the contract. */
export function router(parts: EngineParts) {
  return procedures.router({
    engine: engineProcedures(parts), projects: projectProcedures(parts), imageSets: imageSetProcedures(parts),
    ensembles: ensembleProcedures(parts), scores: scoreProcedures(parts), detectors: detectorProcedures(parts),
    encoders: encoderProcedures(parts), labels: labelProcedures(parts), verdicts: verdictProcedures(parts),
    jobs: jobProcedures(parts), studies: studyProcedures(parts),
    archives: archiveProcedures(parts), workspace: workspaceProcedures(parts),
  })
}
