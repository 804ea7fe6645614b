/**
 * Works on up to `inFlight` items at once and hands the results out in the items' order.
 * Memory holds no more than `inFlight` results. `work` should report an item's failure as a value:
 * a rejection ends the whole run. An abort ends it at once, without waiting for what is in flight.
 */
export async function* inOrder<A, B>(
  items: AsyncIterable<A>,
  inFlight: number,
  work: (item: A) => Promise<B> | B,
  signal: AbortSignal,
): AsyncGenerator<B> {
  const waiting: Promise<B>[] = []
  try {
    for await (const item of items) {
      signal.throwIfAborted()
      waiting.push(start(work, item))
      if (waiting.length >= inFlight) yield await untilAborted(waiting.shift()!, signal)
    }
    while (waiting.length > 0) yield await untilAborted(waiting.shift()!, signal)
  } finally {
    // Whoever is left behind may still fail (its file was closed): nobody is there to be told.
    void Promise.allSettled(waiting)
  }
}

async function start<A, B>(work: (item: A) => Promise<B> | B, item: A): Promise<B> {
  return work(item)
}

/** The promise's outcome, or the signal's reason as soon as it is aborted. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Lets timers, messages and an abort be heard between two stretches of computing. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal.throwIfAborted()
}
