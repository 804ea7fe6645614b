import type { Migration } from '../migrate.ts'
import { imageSets } from './0001-image-sets.ts'
import { ensembles } from './0002-ensembles.ts'
import { jobs } from './0003-jobs.ts'
import { scores } from './0004-scores.ts'
import { leaks } from './0005-leaks.ts'
import { encodingsByName } from './0006-encodings-by-name.ts'
import { studies } from './0007-studies.ts'
import { verdicts } from './0008-verdicts.ts'
import { folds } from './0009-folds.ts'
import { encoders } from './0010-encoders.ts'
import { projectsOutOfSight } from './0011-projects-out-of-sight.ts'
import { alikeImages } from './0012-alike-images.ts'
import { trainingRecord } from './0013-training-record.ts'
import { chosenThresholds } from './0015-chosen-thresholds.ts'
import { comparisons } from './0016-comparisons.ts'
import { retrainings } from './0017-retrainings.ts'

/** In the order in which they are applied. One that was released is never changed: a new one follows it. */
export const migrations: Migration[] = [
  imageSets, ensembles, jobs, scores, leaks, encodingsByName, studies, verdicts, folds, encoders,
  comparisons, alikeImages, chosenThresholds, trainingRecord, projectsOutOfSight, retrainings,
]
