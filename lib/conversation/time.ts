/** Calls once after `ms`, unless cancelled by the returned function or the signal. */
export function after(ms: number, call: () => void, signal?: AbortSignal): () => void {
  if (signal?.aborted) return () => {}
  const timer = setTimeout(done, ms, true)
  function done(due?: boolean) {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    if (due) call()
  }
  const cancel = () => done()
  signal?.addEventListener('abort', cancel)
  return cancel
}

/** The promise's value, or `otherwise` when it takes longer than `ms`. */
export function within<T, U>(ms: number, promise: Promise<T>, otherwise: U): Promise<T | U> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, otherwise)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Resolves after `ms`, or as soon as the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = after(ms, done)
    signal.addEventListener('abort', done)
  })
}

/** Resolves when the browser is online, after `ms` at the latest, or when the signal aborts. */
export function onceOnline(ms: number, signal: AbortSignal): Promise<void> {
  const isOffline = globalThis.navigator?.onLine === false
  if (!isOffline) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      removeEventListener('online', done)
      resolve()
    }
    addEventListener('online', done)
    void pause(ms, signal).then(done)
  })
}
