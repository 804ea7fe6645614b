import path from 'node:path'
import { Artefacts } from './artefacts.ts'
import { comparisons } from './comparisons.ts'
import { counts } from './counts.ts'
import { curves } from './curves.ts'
import { encoders } from './encoders.ts'
import { encodings } from './encodings.ts'
import { ensembles } from './ensembles.ts'
import { findings } from './findings.ts'
import { images } from './images.ts'
import { imageSets } from './imageSets.ts'
import { jobs } from './jobs.ts'
import { labelScores } from './labelScores.ts'
import { members } from './members.ts'
import { openDatabase } from './openDatabase.ts'
import { previews } from './previews.ts'
import { projectCards } from './projectCards.ts'
import { ProjectIntake } from './projectIntake.ts'
import type { ProjectScope } from './projectScope.ts'
import { projects } from './projects.ts'
import { readProject } from './readProject.ts'
import { retrainings } from './retrainings.ts'
import { scores } from './scores.ts'
import { studies } from './studies.ts'
import { thresholds } from './thresholds.ts'
import { trainingLog } from './trainingLog.ts'
import { verdicts } from './verdicts.ts'

/** All that a workspace keeps. Queries answer at once; what takes longer is asynchronous. */
export type Store = Awaited<ReturnType<typeof openStore>>

/**
 * Opens a workspace's store; the folder must be there. Only the engine that holds the workspace's lock may do
 * it.
 * @throws EngineFailure with a sentence where the database cannot be used
 */
export async function openStore(workspace: string) {
  const db = await openDatabase(workspace)
  const projectQueries = projects(db)
  return {
    workspace,
    artefacts: new Artefacts(db, path.join(workspace, 'artefacts')),
    projects: projectQueries,
    projectCards: projectCards(db, projectQueries),
    counts: () => counts(db),
    /** Begins to take in a project from elsewhere. */
    intake: () => new ProjectIntake(db, projectQueries),
    /** Reads a project, or a part of it, as it is now. */
    readProject: (id: number, scope?: ProjectScope) => readProject(workspace, id, scope),
    imageSets: imageSets(db),
    images: images(db),
    findings: findings(db),
    ensembles: ensembles(db),
    members: members(db),
    curves: curves(db),
    previews: previews(db),
    trainingLog: trainingLog(db),
    jobs: jobs(db),
    encodings: encodings(db),
    encoders: encoders(db),
    scores: scores(db),
    labelScores: labelScores(db),
    thresholds: thresholds(db),
    studies: studies(db),
    verdicts: verdicts(db),
    comparisons: comparisons(db),
    retrainings: retrainings(db),
    /** Runs statements as one: all of them, or none. */
    transaction: <T>(run: () => T): T => db.transaction(run).immediate(),
    close: () => void db.close(),
  }
}
