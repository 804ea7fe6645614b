import { archiveProcedures } from './archiveProcedures.ts'
import { bundleProcedures } from './bundleProcedures.ts'
import { comparisonProcedures } from './comparisonProcedures.ts'
import { curveProcedures } from './curveProcedures.ts'
import { detectorProcedures } from './detectorProcedures.ts'
import { deviceProcedures } from './deviceProcedures.ts'
import { encoderProcedures } from './encoderProcedures.ts'
import { engineProcedures } from './engineProcedures.ts'
import { ensembleProcedures } from './ensembleProcedures.ts'
import { explanationProcedures } from './explanationProcedures.ts'
import { exportProcedures } from './exportProcedures.ts'
import { imageProcedures } from './imageProcedures.ts'
import { imageSetProcedures } from './imageSetProcedures.ts'
import { jobProcedures } from './jobProcedures.ts'
import { labelProcedures } from './labelProcedures.ts'
import { memberProcedures } from './memberProcedures.ts'
import { originalProcedures } from './originalProcedures.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { projectProcedures } from './projectProcedures.ts'
import { reportProcedures } from './reportProcedures.ts'
import { retrainingProcedures } from './retrainingProcedures.ts'
import { runtimeProcedures } from './runtimeProcedures.ts'
import { scoreProcedures } from './scoreProcedures.ts'
import { studyProcedures } from './studyProcedures.ts'
import { thresholdProcedures } from './thresholdProcedures.ts'
import { trainingProcedures } from './trainingProcedures.ts'
import { verdictFileProcedures } from './verdictFileProcedures.ts'
import { verdictProcedures } from './verdictProcedures.ts'
import { workspaceProcedures } from './workspaceProcedures.ts'

/** Every procedure of the contract. */
export function router(parts: EngineParts) {
  return procedures.router({
    engine: engineProcedures(parts), projects: projectProcedures(parts), imageSets: imageSetProcedures(parts),
    ensembles: ensembleProcedures(parts), scores: scoreProcedures(parts), detectors: detectorProcedures(parts),
    encoders: encoderProcedures(parts), labels: labelProcedures(parts), verdicts: verdictProcedures(parts),
    jobs: jobProcedures(parts), studies: studyProcedures(parts), exports: exportProcedures(parts),
    comparisons: comparisonProcedures(parts), retraining: retrainingProcedures(parts),
    explanations: explanationProcedures(parts), images: imageProcedures(parts), originals: originalProcedures(parts),
    members: memberProcedures(parts), thresholds: thresholdProcedures(parts), curves: curveProcedures(parts),
    training: trainingProcedures(parts), archives: archiveProcedures(parts), workspace: workspaceProcedures(parts),
    bundles: bundleProcedures(parts), reports: reportProcedures(), verdictFiles: verdictFileProcedures(parts),
    devices: deviceProcedures(parts), runtimes: runtimeProcedures(parts),
  })
}
