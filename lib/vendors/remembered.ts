/** Times in milliseconds. */
interface Options {
  /** How long a value is served without asking again. */
  freshMs: number
  /** How long a failure is answered from memory, so that no crowd waits for a vendor that is away. */
  failedMs: number
  now?: () => number
}

/**
 * Remembers what `load` returns. Once it is no longer fresh, the old value is still returned at
 * once while a new one is fetched, and stays when fetching fails. Never two loads at the same
 * time. Rejects only when there is no value yet.
 */
export function remembered<T>(
  load: () => Promise<T>,
  { freshMs, failedMs, now = Date.now }: Options,
): () => Promise<T> {
  let value: { of: T } | undefined
  let failure: { of: unknown } | undefined
  let askAgainAt = 0
  let loading: Promise<T> | undefined

  async function refresh(): Promise<T> {
    try {
      const loaded = await load()
      value = { of: loaded }
      failure = undefined
      askAgainAt = now() + freshMs
      return loaded
    } catch (error) {
      failure = { of: error }
      askAgainAt = now() + failedMs
      throw error
    } finally {
      loading = undefined
    }
  }

  return async () => {
    if (now() >= askAgainAt) loading ??= refresh()
    if (value) {
      loading?.catch(() => {})
      return value.of
    }
    if (loading) return loading
    throw failure?.of
  }
}
