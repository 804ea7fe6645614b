import { Argument, type Command } from 'commander'
import type { RankedImage } from '../../contract/scores.ts'
import type { Api } from '../../client/connect.ts'
import { wholeNumber } from '../options/values.ts'
import { details } from '../output/details.ts'
import { ensembleText } from '../output/ensembleText.ts'
import { moment } from '../output/format.ts'
import { imageSetText } from '../output/imageSetText.ts'
import { lists } from '../output/lists.ts'
import { jobText } from '../output/jobText.ts'
import { scoreText } from '../output/scoreText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { findEnsemble, findImageSet, findProject } from '../resolve.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

const kinds = ['project', 'set', 'ensemble', 'score', 'job'] as const
type Kind = (typeof kinds)[number]

/** What is shown, as a value for JSON and as text. */
interface Shown {
  value: unknown
  text: string
}

export function defineShow(program: Command): void {
  defineCommand(program, 'show', {
    summary: 'show one project, image set, ensemble, score or job',
    examples: ['show set parts', 'show ensemble 2 --json', 'show score 9 --top 50'],
  })
    .addArgument(new Argument('<kind>').choices(kinds))
    .argument('<id>', 'its number; of projects, sets and ensembles also the name')
    .option('--top <n>', 'images of a score to list', wholeNumber(0, 10_000), 20)
    .action(async (kind: Kind, id: string, { top, json }: { top: number; json?: boolean }) => {
      const { value, text } = await withEngine(({ api }) => shown[kind](api, id, top))
      if (json) printJson(value)
      else printResult(text)
    })
}

const shown: Record<Kind, (api: Api, id: string, top: number) => Promise<Shown>> = {
  project: async (api, id) => {
    const project = await findProject(api, id)
    const [imageSets, ensembles] = await Promise.all([
      api.imageSets.list({ project: project.name }),
      api.ensembles.list({ project: project.name }),
    ])
    const head = details([
      ['project', String(project.id)],
      ['name', project.name],
      ['created', moment(project.created)],
    ])
    const text = [head, `sets\n${lists.sets(imageSets)}`, `ensembles\n${lists.ensembles(ensembles)}`].join(
      '\n\n',
    )
    return { value: { ...project, imageSets, ensembles }, text }
  },
  set: async (api, id) => {
    const set = await findImageSet(api, id)
    return { value: set, text: imageSetText(set) }
  },
  ensemble: async (api, id) => {
    const ensemble = await api.ensembles.show({ id: (await findEnsemble(api, id)).id })
    return { value: ensemble, text: ensembleText(ensemble) }
  },
  score: async (api, id, top) => {
    const score = await api.scores.show({ id: numberOf('score', id) })
    const ranking: RankedImage[] = top ? await api.scores.ranking({ id: score.id, limit: top }) : []
    const [judged, curves] = await Promise.all([api.scores.judged({ id: score.id }), api.curves.bands({ scoreId: score.id })])
    return { value: { ...score, judged, curves, ranking }, text: scoreText(score, ranking, judged, curves) }
  },
  job: async (api, id) => {
    const job = await api.jobs.show({ id: numberOf('job', id) })
    return { value: job, text: jobText(job) }
  },
}
