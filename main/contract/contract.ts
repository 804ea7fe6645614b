import { archives } from './archives.ts'
import { encoders } from './encoders.ts'
import { engine } from './engine.ts'
import { ensembles } from './ensembles.ts'
import { imageSets } from './imageSets.ts'
import { jobs } from './jobs.ts'
import { labels } from './labels.ts'
import { projects } from './projects.ts'
import { detectors, scores } from './scores.ts'
import { studies } from './studies.ts'
import { verdicts } from './verdicts.ts'
import { workspace } from './workspace.ts'

export { contractVersion } from './contractVersion.ts'

/** Everything that a window, a browser or a command line can ask of the engine. */
export const contract = {
  engine, projects, imageSets, ensembles, scores, labels, detectors, encoders, verdicts, jobs, studies,
  archives, workspace,
}
