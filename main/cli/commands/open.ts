import type { Command } from 'commander'
import { absolute } from '../callerFolder.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { follow } from '../progress/follow.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

/** `open`: a project out of a bundle or a backup, once for each content. */
export function defineOpen(program: Command): void {
  defineCommand(program, 'open <file>', {
    summary: 'make a project out of a bundle or a backup; where that was done before, say which it is',
    examples: ['open shirts.lacuna', 'open shirts.lacuna --images shirts', 'open parts.zip --json'],
  })
    .option('--images <dir>', 'where the images lie, for a bundle without pixels')
    .action(async (source: string, { images, json }: { images?: string; json?: boolean }) => {
      const file = await existingSource(source)
      const folder = images === undefined ? undefined : absolute(images)
      const { project, again } = await withEngine(async (session) => {
        const { result } = await follow(session, (await session.api.bundles.open({ file, images: folder })).jobId)
        const project = (await session.api.projects.list()).find(({ id }) => id === result!.projectId)!
        return { project, again: result!.again === true }
      })
      if (json) printJson({ ...project, again })
      else printResult(`${again ? 'Was opened before, and is' : 'Opened as'} the project "${project.name}" (${project.id}).`)
    })
}
