/** A value outside React that `useSyncExternalStore` can read. */
export interface Store<T> {
  get: () => T
  subscribe: (listener: () => void) => () => void
}

export interface WritableStore<T> extends Store<T> {
  /** Setting the same value again tells nobody. */
  set: (value: T) => void
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
