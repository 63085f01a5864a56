/** Milliseconds after which a catalogue that says nothing counts as away. */
const patienceMs = 15_000

/**
 * Does `work`, and rejects when it takes too long or `controller` aborts: also where the signal does
 * not reach, such as the renewal of an identity.
 */
export function inTime<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  controller: AbortController,
  ms = patienceMs,
): Promise<Value> {
  const { signal } = controller
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('No answer in time'))
      controller.abort()
    }, ms)
    signal.addEventListener('abort', () => reject(new Error('Not waited for any more')))
    work(signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
