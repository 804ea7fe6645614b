import { findChanges, type OriginalsProgress } from '../datasets/originals/findChanges.ts'
import { serve } from './channel.ts'

/** Files are gone through by the thousand a second: so many reports would only be thrown away. */
const interval = 100

// The process that compares what lies at a source today with what was imported from it.
serve('originals', async (job, { progress, cancelled }) => {
  let reported = 0
  const report = (now: OriginalsProgress) => {
    if (performance.now() - reported < interval) return
    reported = performance.now()
    progress(now)
  }
  const { added, removed, changed, relabelled, ...rest } = await findChanges(job, report, cancelled)
  const plain = ({ total, paths }: typeof added) => ({ total, paths })
  const checked = new Date().toISOString()
  return { ...rest, checked, added: plain(added), removed: plain(removed), changed: plain(changed), relabelled: plain(relabelled) }
})
