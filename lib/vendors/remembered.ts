/** Times in milliseconds. */
interface Options {
  /** How long a value is served without asking again. */
  freshMs: number
  /** How long a failure is answered from memory, so that no crowd waits for a vendor that is away. */
  failedMs: number
  /** How much longer an old value is served while a new one is fetched; for ever when left out. */
  staleMs?: number
  now?: () => number
}

/**
 * Remembers what `load` returns. Once it is no longer fresh, the old value is still returned at
 * once, as long as `staleMs` lets it, while a new one is fetched, and stays when fetching fails.
 * Never two loads at the same time. Rejects only when there is no value, or none young enough.
 */
export function remembered<T>(
  load: () => Promise<T>,
  { freshMs, failedMs, staleMs = Number.POSITIVE_INFINITY, now = Date.now }: Options,
): () => Promise<T> {
  let value: { of: T; until: number } | undefined
  let failure: { of: unknown } | undefined
  let askAgainAt = 0
  let loading: Promise<T> | undefined

  async function refresh(): Promise<T> {
    try {
      const loaded = await load()
      failure = undefined
      askAgainAt = now() + freshMs
      value = { of: loaded, until: askAgainAt + staleMs }
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
    if (value && now() < value.until) {
      loading?.catch(() => {})
      return value.of
    }
    if (loading) return loading
    throw failure?.of
  }
}
