import { setTimeout } from 'node:timers/promises'
import { app, dialog, type MessageBoxOptions } from 'electron'
import type { Connection } from '../main/client/connect.ts'
import type { Job } from '../main/contract/jobs.ts'
import type { EngineLink } from './engineLink.ts'
import type { MainWindow } from './mainWindow.ts'

type Choice = 'pause' | 'go on' | 'cancel'

/** The engine gives its workers twenty seconds. */
const patience = 25_000

const choices: Choice[] = ['pause', 'go on', 'cancel']

/**
 * How Lacuna is left. While something is being computed it is asked what shall become of it: paused with the engine, which
 * goes on with the next start, or computed to its end by the engine alone.
 */
export class QuitPlan {
  readonly #link: EngineLink
  readonly #window: MainWindow
  #state: 'open' | 'asking' | 'leaving' = 'open'

  constructor(link: EngineLink, window: MainWindow) {
    this.#link = link
    this.#window = window
  }

  /** Holds every wish to quit up until it is known how. */
  hear(event: { preventDefault(): void }): void {
    event.preventDefault()
    if (this.#state === 'open') void this.#leave(() => this.#ask())
  }

  /** For signals: nobody is there to be asked. */
  atOnce(): void {
    if (this.#state !== 'leaving') void this.#leave(async () => 'pause')
  }

  async #leave(choose: () => Promise<Choice>): Promise<void> {
    this.#state = 'asking'
    const choice = await choose().catch((): Choice => 'pause')
    // A signal came while the question was open.
    if (this.#isLeaving()) return
    if (choice === 'cancel') {
      this.#state = 'open'
      return this.#window.show()
    }
    this.#state = 'leaving'
    this.#window.window?.hide()
    try {
      const connection = await this.#link.connection()
      if (connection) await part(connection, choice)
    } finally {
      app.exit(0)
    }
  }

  #isLeaving(): boolean {
    return this.#state === 'leaving'
  }

  async #ask(): Promise<Choice> {
    const connection = await this.#link.connection()
    const running = connection ? await connection.api.jobs.list({ states: ['running', 'waiting'] }) : []
    if (running.length === 0) return 'pause'
    const { window } = this.#window
    const question = questionOf(running)
    const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
    return choices[response] ?? 'cancel'
  }
}

function questionOf(jobs: Job[]): MessageBoxOptions {
  return {
    type: 'question', title: 'Lacuna', message: 'Lacuna is still computing.', detail: jobs.map(({ title }) => title).join('\n'),
    buttons: ['Pause and Quit', 'Go On in the Background', 'Cancel'], defaultId: 0, cancelId: 2, noLink: true,
  }
}

/** An engine that somebody else started is theirs to end, unless there is something to be paused. */
async function part(connection: Connection, choice: Choice): Promise<void> {
  const { running, pid } = await connection.api.engine.status()
  const ends = choice === 'pause' && (running > 0 || (await connection.started()))
  if (ends) await connection.api.engine.stop()
  await connection.close()
  if (ends) await untilGone(pid)
}

/** Members leave a checkpoint first: nothing of Lacuna's is left running when its program has ended. */
async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + patience
  while (isAlive(pid) && performance.now() < deadline) await setTimeout(50)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
