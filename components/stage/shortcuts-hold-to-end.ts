import { createStore, type Store } from '@/lib/conversation/store'

/** Long enough that no word typed into nowhere ends a talk, in milliseconds. */
export const holdToEndMs = 900

export interface HoldToEnd {
  isHeld: Store<boolean>
  press: () => void
  release: () => void
}

/** Ending asks for no confirmation, so its key does: it acts only when it is held. */
export function createHoldToEnd(end: () => void): HoldToEnd {
  const isHeld = createStore(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function release() {
    clearTimeout(timer)
    isHeld.set(false)
  }

  return {
    isHeld,
    release,
    press() {
      release()
      isHeld.set(true)
      timer = setTimeout(() => {
        release()
        end()
      }, holdToEndMs)
    },
  }
}
