import { app, dialog, type MessageBoxOptions } from 'electron'
import type { Connection } from '../main/client/connect.ts'
import type { Job } from '../main/contract/jobs.ts'
import type { EngineLink } from './engineLink.ts'
import type { MainWindow } from './mainWindow.ts'

type Choice = 'pause' | 'go on' | 'cancel'

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
    if (this.#state === 'leaving') return
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
    if (choice === 'cancel') {
      this.#state = 'open'
      return this.#window.show()
    }
    this.#state = 'leaving'
    const connection = await this.#link.connection()
    if (connection) await part(connection, choice)
    app.exit(0)
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
  try {
    const { running } = await connection.api.engine.status()
    if (choice === 'pause' && (running > 0 || (await connection.started()))) await connection.api.engine.stop()
  } finally {
    await connection.close()
  }
}
