import type { MemberProgress } from '../../contract/jobs.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MemberPlace } from '../../store/members.ts'
import type { JobRun } from '../queue/job.ts'

/** What a member's worker tells of its progress. */
export type TrainingProgress = Omit<MemberProgress, 'index' | 'state' | 'reason'>

/** Where all members of a training stand; tells the job's progress whenever one of them moves. */
export class TrainingBoard {
  readonly #run: JobRun<'train'>
  readonly #ensemble: EnsembleRecord
  readonly #told = new Map<number, TrainingProgress>()
  #places: MemberPlace[] = []

  constructor(run: JobRun<'train'>, ensemble: EnsembleRecord) {
    this.#run = run
    this.#ensemble = ensemble
    this.refresh()
  }

  progress(index: number, progress: TrainingProgress): void {
    this.#told.set(index, progress)
    this.#tell()
  }

  /** Reads the members' states anew. */
  refresh(): void {
    this.#places = this.#run.store.members.places(this.#ensemble.id)
    this.#tell()
  }

  #tell(): void {
    this.#run.progress({ kind: 'train', members: this.#places.map((place) => this.#member(place)) })
  }

  #member({ index, state, reason }: MemberPlace): MemberProgress {
    const told = this.#told.get(index) ?? this.#untold()
    return { ...told, phase: state === 'done' ? 'done' : told.phase, index, state, reason }
  }

  #untold(): TrainingProgress {
    const { epochs } = this.#ensemble.settings.training
    return {
      phase: 'starting', epoch: 0, epochs, step: 0, steps: 0, loss: null, imagesPerSecond: null,
      secondsLeft: null,
    }
  }
}
