import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'

const desktopFile = '/usr/share/applications/lacuna.desktop'

/** Where programs, their settings and what the system knows of them lie; not the package manager's own books. */
const places = ['/opt', '/usr/bin', '/usr/share', '/etc']

/** apt with its answers given, and the packages that Lacuna needs. */
export function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['-y', '--no-install-recommends', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** All files that carry Lacuna's name, outside people's own folders. */
export function filesOfLacuna(): string[] {
  return places.filter((place) => existsSync(place)).flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|\/)lacuna/i.test(name)).map((name) => `${place}/${name}`))
}

/** The packages of the shared libraries that a program needs, as far as any package of this machine has them. */
export function librariesOf(program: string): string[] {
  const files = execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(/=> (\/\S+)/g)
  // By the end of its path: of /lib, which is a link to /usr/lib, the packages know either name.
  const owners = [...files].map(([, file]) => {
    const pattern = `*/${realpathSync(file).split('/').slice(-2).join('/')}`
    return execFileSync('dpkg', ['-S', pattern], { encoding: 'utf8' }).split(':')[0]
  })
  return [...new Set(owners)]
}

/** All packages that come along with one. */
export function comesWith(name: string): string[] {
  const none = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((kind) => `--no-${kind}`)
  const lines = execFileSync('apt-cache', ['depends', '--recurse', ...none, name], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => /^\w/.test(line)).map((line) => line.split(':')[0])
}

/** What the desktop runs when Lacuna is chosen there. */
export function commandOfDesktopFile(): string {
  return /^Exec=(.*?)( %[a-zA-Z])?$/m.exec(readFileSync(desktopFile, 'utf8'))![1]
}

export interface Installed { page: Page; quit(): Promise<number | null>; pid: number }

/** Lacuna as it was installed. Its fuses keep Node's inspector away, so that it is driven over Chromium's own port. */
export async function startInstalled(workspace: string, files: string[] = []): Promise<Installed> {
  const { LACUNA_RUNTIME: _runtime, LACUNA_NODE: _node, ...env } = process.env
  // Chromium's sandbox does not work for root, as which this test runs.
  const args = ['--no-sandbox', '--remote-debugging-port=0', ...files]
  const program = spawn(commandOfDesktopFile(), args, { env: { ...env, LACUNA_HOME: workspace }, stdio: ['ignore', 'ignore', 'pipe'] })
  const exit = once(program, 'exit')
  const browser = await chromium.connectOverCDP(await addressIn(program.stderr))
  const [context] = browser.contexts()
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL(/^app:\/\/lacuna\/(?!host\/)/)
  const quit = async () => {
    program.kill('SIGTERM')
    return (await exit)[0] as number | null
  }
  return { page, quit, pid: program.pid! }
}

async function addressIn(stderr: NodeJS.ReadableStream): Promise<string> {
  let said = ''
  for await (const text of stderr) {
    said += String(text)
    const found = /DevTools listening on (\S+)/.exec(said)
    if (!found) continue
    return found[1]
  }
  throw new Error(`Lacuna ended and said: ${said}`)
}
