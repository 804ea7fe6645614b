import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'
import { rowsTable } from './settingsSection.ts'
import { deviceRows, hashRows, surroundingRows } from './settingsRows.ts'

/** Versions, devices, hashes, and the command lines that make it again. */
export function madeSection(content: PageContent): Markup {
  const { commands } = content.findings
  const lines = html`<h3>To make it again</h3><p class="lead">The same images, settings and seeds give the same members on the same
    kind of machine. A split that was asked for at the import has to be asked for again.${usesVerdicts(commands) ? ' The file verdicts.csv is what “lacuna verdicts export” writes here.' : ''}</p><pre class="commands">${commands.map(commandLine)}</pre>`
  const tables = html`<div class="settings">${rowsTable(['Made with', [...surroundingRows(content), ...deviceRows(content)]])}
    ${rowsTable(['Hashes', hashRows(content)])}</div>${commands.length > 0 ? lines : nothing}`
  return pageSection({ id: 'made', heading: 'How it was made', lead: '', content: tables })
}

const usesVerdicts = (commands: string[]) => commands.some((line) => line.startsWith('lacuna verdicts import'))

/** Its words are not broken at their hyphens; long ones are wherever they have to. */
function commandLine(line: string): Markup {
  const words = line.split(' ').map((word) => (word.length < 60 ? html`<span>${word}</span>` : word))
  return html`${words.flatMap((word, i) => (i === 0 ? [word] : [' ', word]))}\n`
}
