import type { Command } from 'commander'
import { absolute } from '../callerFolder.ts'
import { bytes } from '../output/format.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { follow } from '../progress/follow.ts'
import { findProject } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

export function defineBackup(program: Command): void {
  defineCommand(program, 'backup <project> <file>', {
    summary: 'write a project into one zip file, with everything but the original images',
    examples: ['backup Parts parts.zip'],
  }).action(async (text: string, target: string, { json }: { json?: boolean }) => {
    const file = absolute(target)
    const { result } = await withEngine(async (session) => {
      const { id } = await findProject(session.api, text)
      return follow(session, (await session.api.archives.backup({ projectId: id, file })).jobId)
    })
    if (json) printJson(result)
    else printResult(`${file}: ${bytes(Number(result!.bytes))}.`)
  })
}

export function defineRestore(program: Command): void {
  defineCommand(program, 'restore <file>', {
    summary: 'make a new project out of a backup',
    examples: ['restore parts.zip'],
  }).action(async (source: string, { json }: { json?: boolean }) => {
    const file = await existingSource(source)
    const project = await withEngine(async (session) => {
      const { result } = await follow(session, (await session.api.archives.restore({ file })).jobId)
      return (await session.api.projects.list()).find(({ id }) => id === result!.projectId)!
    })
    if (json) printJson(project)
    else printResult(`Restored as the project "${project.name}" (${project.id}).`)
  })
}
