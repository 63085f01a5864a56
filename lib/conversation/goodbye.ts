import { limits } from './limits'

/** The end of a conversation that both agreed to: after the persona's last words. */
export interface Goodbye {
  /** It has been agreed to. */
  begin: () => void
  /** Whether the persona is speaking now. */
  speech: (isSpeaking: boolean) => void
  cancel: () => void
}

/** Calls `onSaid` once the persona has said goodbye, or has not in good time. */
export function createGoodbye(onSaid: () => void): Goodbye {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWaiting = false
  let wasSpeaking = false
  /** What was being said already when it was agreed to is not the goodbye. */
  let hasBegun = false

  const endIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(onSaid, ms)
  }

  return {
    begin() {
      if (isWaiting) return
      isWaiting = true
      hasBegun = false
      endIn(limits.goodbye)
    },
    speech(isSpeaking) {
      const changed = isSpeaking !== wasSpeaking
      wasSpeaking = isSpeaking
      if (!isWaiting || !changed) return
      if (isSpeaking) hasBegun = true
      else if (hasBegun) {
        isWaiting = false
        endIn(limits.goodbyeEcho)
      }
    },
    cancel() {
      clearTimeout(timer)
      isWaiting = false
      wasSpeaking = false
    },
  }
}
