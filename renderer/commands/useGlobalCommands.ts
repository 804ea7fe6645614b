import { useRouter } from 'vue-router'
import { useOpenProject } from '../stores/openProject.ts'
import { usePlaces } from '../stores/places.ts'
import { useProjects } from '../stores/projects.ts'
import { type ThemeChoice, useTheme } from '../stores/theme.ts'
import { t } from '../words/words.ts'
import type { Command } from './command.ts'
import { useCommandRegistry, useCommands } from './registry.ts'

/** What is offered on every screen: the lists of commands and keys, all other screens, projects, and colours. */
export function useGlobalCommands(): void {
  const registry = useCommandRegistry()
  const general: Command[] = [
    { id: 'commands', title: t('Find a command'), group: t('General'), keys: ['Mod+K'], hidden: true,
      run: () => (registry.open = 'palette') },
    { id: 'keys', title: t('Show all keys'), group: t('General'), keys: ['?'], run: () => (registry.open = 'sheet') },
  ]
  const [screens, projects, colours] = [useScreenCommands(), useProjectCommands(), useColourCommands()]
  useCommands(() => [...general, ...screens(), ...projects(), ...colours])
}

function useScreenCommands(): () => Command[] {
  const [router, open, places] = [useRouter(), useOpenProject(), usePlaces()]
  const group = t('Go to')
  const anywhere: Command[] = [
    { id: 'go.projects', title: t('Projects'), group, keys: ['Alt+1'], run: () => router.push({ name: 'projects' }) },
    { id: 'go.studies', title: t('Studies'), group, keys: ['Alt+9'], run: () => router.push({ name: 'studies' }) },
  ]
  const settings: Command =
    { id: 'go.settings', title: t('Settings'), group, keys: ['Mod+,'], run: () => router.push({ name: 'settings' }) }
  const inProject = () =>
    places.screens.map(({ name, title }, i) => ({
      id: `go.${name}`, title, group, keys: [`Alt+${i + 2}`], enabled: open.id !== null,
      run: () => router.push(places.of(name)),
    }))
  return () => [anywhere[0], ...inProject(), anywhere[1], settings]
}

function useProjectCommands(): () => Command[] {
  const [router, open, projects] = [useRouter(), useOpenProject(), useProjects()]
  return () =>
    (projects.all ?? []).filter(({ id }) => id !== open.id).map(({ id, name }) => ({
      id: `project.${id}`, title: name, group: t('Project'),
      run: () => router.push({ name: 'images', params: { project: id } }),
    }))
}

function useColourCommands(): Command[] {
  const theme = useTheme()
  const titles: Record<ThemeChoice, string> = { light: t('Light'), dark: t('Dark'), system: t('As the system') }
  return (Object.keys(titles) as ThemeChoice[]).map((choice) => ({
    id: `colours.${choice}`, title: titles[choice], group: t('Colours'), run: () => theme.choose(choice),
  }))
}
