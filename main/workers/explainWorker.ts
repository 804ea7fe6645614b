import { RuntimeBrokenError, RuntimeMissingError } from '../compute/runtimeErrors.ts'
import { loadTensorFlow } from '../compute/tensorflow.ts'
import { type Explained, readExplained } from './explain/explainedMembers.ts'
import { explainImage } from './explain/explainImage.ts'
import { differenceScale } from './explain/differenceScale.ts'
import { LastOne } from './explain/lastOne.ts'
import { type Drawers, dropDrawers, readDrawers, redraw } from './explain/redrawing.ts'
import { writeWhole } from './floatFiles.ts'
import type { ExplainAnswer, ExplainedEnsemble, ExplainOrder } from './messages.ts'

// Explains images, one at a time, for as long as the engine wants it. What it read of an ensemble stays for the next
// image; TensorFlow is only loaded where something is to be drawn.
const explained = new LastOne<Explained>()
const drawers = new LastOne<Drawers>(dropDrawers)
process.once('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)
process.on('message', (order: ExplainOrder) => void serve(order))

async function serve(order: ExplainOrder): Promise<void> {
  try {
    tell(await answer(order))
  } catch (error) {
    // A runtime that is set up later is only found by another process.
    const isRuntime = error instanceof RuntimeMissingError || error instanceof RuntimeBrokenError
    tell({ ok: false, message: (error as Error).message, hint: null }, isRuntime)
  }
}

async function answer(order: ExplainOrder): Promise<ExplainAnswer> {
  const { of } = order
  if (order.want === 'redrawn') return { ok: true, redrawn: await redraw(of, await drawersOf(of), order.position) }
  if (order.want === 'differences') {
    const differences = await differenceScale(of, await drawersOf(of))
    await writeWhole(order.target, JSON.stringify(differences))
    return { ok: true, differences }
  }
  const known = await explained.get(JSON.stringify(of), () => readExplained(of))
  if (order.want === 'maps') return { ok: true, maps: known.maps }
  return { ok: true, explanation: explainImage(of, known, order.position) }
}

/** The same for all sets that an ensemble has scored. */
function drawersOf(of: ExplainedEnsemble): Promise<Drawers> {
  return drawers.get(JSON.stringify(of.members.map(({ key }) => key)), async () => {
    await loadTensorFlow()
    return readDrawers(of)
  })
}

function tell(message: ExplainAnswer, andEnd = false): void {
  process.send?.(message, undefined, {}, () => {
    if (andEnd) process.exit(0)
  })
}
