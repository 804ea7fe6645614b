import { archives } from './archives.ts'
import { bundles } from './bundles.ts'
import { comparisons } from './comparisons.ts'
import { curves } from './curves.ts'
import { devices } from './devices.ts'
import { encoders } from './encoders.ts'
import { engine } from './engine.ts'
import { ensembles } from './ensembles.ts'
import { explanations } from './explanations.ts'
import { exports } from './exports.ts'
import { imageSets } from './imageSets.ts'
import { images } from './images.ts'
import { jobs } from './jobs.ts'
import { labels } from './labels.ts'
import { members } from './members.ts'
import { originals } from './originals.ts'
import { projects } from './projects.ts'
import { reports } from './reports.ts'
import { retraining } from './retraining.ts'
import { runtimes } from './runtimes.ts'
import { detectors, scores } from './scores.ts'
import { studies } from './studies.ts'
import { thresholds } from './thresholds.ts'
import { training } from './training.ts'
import { verdictFiles } from './verdictFiles.ts'
import { verdicts } from './verdicts.ts'
import { workspace } from './workspace.ts'

export { contractVersion } from './contractVersion.ts'

/** Everything that a window, a browser or a command line can ask of the engine. */
export const contract = {
  engine, projects, imageSets, ensembles, scores, labels, detectors, encoders, verdicts, jobs, studies, exports,
  comparisons, retraining, explanations, images, originals, members, thresholds, curves, training, archives,
  workspace, bundles, reports, verdictFiles, devices, runtimes,
}
