import type { AttemptEvent } from './attempt'
import { limits } from './limits'
import type { RunOptions } from './run'
import { after } from './time'

export interface Hearing {
  /** Turns what an attempt tells into events of the conversation and words of the transcript. */
  hear: (event: Exclude<AttemptEvent, { type: 'failed' }>) => void
  /** Forgets what was under way: the connection is gone. */
  reset: () => void
}

/** `onFrozen` is called when a picture has stood still too long to come back by itself. */
export function createHearing(
  options: Pick<
    RunOptions,
    | 'generation'
    | 'dispatch'
    | 'transcript'
    | 'onSoundBlocked'
    | 'onQuality'
    | 'onWarning'
    | 'onBrain'
  >,
  onFrozen: () => void,
): Hearing {
  const { generation, dispatch, transcript } = options
  /** The message that the persona is saying. */
  let speakingId: string | undefined
  /** The vendor tells by itself when the persona is heard: its words come before their sound. */
  let tellsSpeech = false
  let thaw: (() => void) | undefined

  function freeze() {
    thaw?.()
    const patience = new AbortController()
    // What does not move soon after the network is back has lost its way.
    const onOnline = () => after(limits.onlineAgain, onFrozen, patience.signal)
    addEventListener('online', onOnline, { signal: patience.signal })
    after(limits.frozen, onFrozen, patience.signal)
    thaw = () => patience.abort()
  }

  function hear(event: Exclude<AttemptEvent, { type: 'failed' }>) {
    const at = Date.now()
    switch (event.type) {
      case 'place':
        return dispatch({ generation, type: 'PLACE', place: event.place, at })
      case 'ready':
        return dispatch({ generation, type: 'READY', at })
      case 'first-frame':
        return dispatch({ generation, type: 'FIRST_FRAME', at })
      case 'arrived':
        // A greeting can begin before its first frame is on the screen.
        return speakingId && !tellsSpeech
          ? dispatch({ generation, type: 'PERSONA_SPEECH', on: true })
          : undefined
      case 'words':
        transcript.words(event, at)
        if (event.role === 'user') return
        // The end of an earlier message may come while the next one is being said.
        if (event.final && event.messageId !== speakingId) return
        speakingId = event.final ? undefined : event.messageId
        if (tellsSpeech) return
        return dispatch({ generation, type: 'PERSONA_SPEECH', on: !event.final })
      case 'speaking':
        tellsSpeech = true
        return dispatch({ generation, type: 'PERSONA_SPEECH', on: event.on })
      case 'visitor-speech':
        return dispatch({ generation, type: 'VISITOR_SPEECH', on: event.on })
      case 'unstable':
        freeze()
        return dispatch({ generation, type: 'UNSTABLE', at })
      case 'stable':
        thaw?.()
        return dispatch({ generation, type: 'STABLE' })
      case 'sound-blocked':
        return options.onSoundBlocked()
      case 'quality':
        return options.onQuality(event.quality)
      case 'brain':
        return options.onBrain(event.failure)
      case 'warning':
        console.warn(`The persona's service says: ${event.message}`)
        return options.onWarning()
      case 'closed':
        return dispatch({ generation, type: 'CLOSED', reason: 'server_ended', at })
    }
  }

  return {
    hear,
    reset() {
      speakingId = undefined
      thaw?.()
    },
  }
}
