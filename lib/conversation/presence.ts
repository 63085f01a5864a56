import { limits } from './limits'

interface PresenceOptions {
  /** undefined: somebody is there after all. Milliseconds since 1970. */
  onAsk: (leavesAt: number | undefined) => void
  onGone: () => void
}

/** Notices that nobody is there: a talk that runs on alone is billed all the same. */
export interface Presence {
  begin: () => void
  /** Something was heard, typed or pressed, or the persona is speaking. */
  sign: () => void
  end: () => void
}

export function createPresence({ onAsk, onGone }: PresenceOptions): Presence {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWatching = false
  let isAsking = false

  function watch() {
    clearTimeout(timer)
    timer = setTimeout(ask, limits.alone)
  }

  function ask() {
    isAsking = true
    timer = setTimeout(onGone, limits.aloneAnswer)
    onAsk(Date.now() + limits.aloneAnswer)
  }

  return {
    begin() {
      isWatching = true
      watch()
    },
    sign() {
      if (!isWatching) return
      watch()
      if (!isAsking) return
      isAsking = false
      onAsk(undefined)
    },
    end() {
      isWatching = false
      isAsking = false
      clearTimeout(timer)
    },
  }
}
