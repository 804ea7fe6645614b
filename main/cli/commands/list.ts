import { Argument, type Command } from 'commander'
import type { Api } from '../../client/connect.ts'
import { lists } from '../output/lists.ts'
import type { Listed, ListName } from '../output/lists.ts'
import { printJson, printResult } from '../output/streams.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

const names = ['projects', 'sets', 'ensembles', 'scores', 'jobs', 'folders'] as const
const overview: ListName[] = ['projects', 'sets', 'ensembles']

export function defineList(program: Command): void {
  defineCommand(program, 'list', {
    summary: 'list projects, image sets, ensembles, scores, jobs or the folders of the workspace',
    examples: ['list', 'list sets --project Parts', 'list scores --json'],
    json: 'print one JSON document: an array, or without a kind one object with an array for each',
  })
    .addArgument(new Argument('[kind]', 'without it: projects, sets and ensembles').choices(names))
    .option('--project <name>', 'only what belongs to this project')
    .action(async (kind: ListName | undefined, { project, json }: { project?: string; json?: boolean }) => {
      const found = await withEngine(async ({ api }) =>
        Promise.all(
          (kind ? [kind] : overview).map(
            async (name) => [name, await fetchList(api, name, project)] as const,
          ),
        ),
      )
      if (json) printJson(kind ? found[0][1] : Object.fromEntries(found))
      else
        printResult(
          found.map(([name, rows]) => (kind ? '' : `${name}\n`) + lists[name](rows as never)).join('\n\n'),
        )
    })
}

async function fetchList(api: Api, name: ListName, project?: string): Promise<Listed[ListName]> {
  if (name === 'projects')
    return (await api.projects.list()).filter((one) => project === undefined || one.name === project)
  if (name === 'sets') return api.imageSets.list({ project })
  if (name === 'ensembles') return api.ensembles.list({ project })
  if (name === 'jobs') return jobsOf(api, project)
  if (name === 'folders') return api.workspace.folders()
  const ensembles = await api.ensembles.list({ project })
  return (await Promise.all(ensembles.map(({ id }) => api.scores.list({ ensembleId: id })))).flat()
}

async function jobsOf(api: Api, project?: string): Promise<Listed['jobs']> {
  const [jobs, projects] = await Promise.all([api.jobs.list({}), api.projects.list()])
  const id = projects.find(({ name }) => name === project)?.id
  return project === undefined ? jobs : jobs.filter(({ projectId }) => projectId === id)
}
