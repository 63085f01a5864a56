import { type MicrophoneResult, openMicrophone, stopStream } from './microphone'
import type { MicrophoneTrouble } from './state'
import { createStore, type Store } from './store'

type MicrophoneCheckState =
  | { status: 'off' | 'asking' | MicrophoneTrouble }
  | { status: 'granted'; stream: MediaStream }

/** A microphone that is opened to be tried, outside any conversation. */
export interface MicrophoneCheck {
  state: Store<MicrophoneCheckState>
  /**
   * Opens the microphone in place of the one that is open. Call it directly in the click. Never
   * rejects.
   */
  ask: (deviceId?: string) => Promise<void>
  /** Nothing is open after it, nor after an answer that is still to come. */
  stop: () => void
}

const off: MicrophoneCheckState = { status: 'off' }

export function createMicrophoneCheck(
  open: (deviceId?: string) => Promise<MicrophoneResult> = openMicrophone,
): MicrophoneCheck {
  const state = createStore<MicrophoneCheckState>(off)
  let asked = 0

  function release() {
    asked += 1
    const now = state.get()
    if (now.status === 'granted') stopStream(now.stream)
  }

  async function ask(deviceId?: string) {
    release()
    const mine = asked
    // First of all: iOS grants it only inside the gesture.
    const opening = open(deviceId)
    state.set({ status: 'asking' })
    const result = await opening
    if (mine !== asked) {
      if (result.status === 'granted') stopStream(result.stream)
      return
    }
    state.set(result)
    if (result.status !== 'granted') return
    for (const track of result.stream.getAudioTracks()) {
      // Pulled out: whatever else there is takes over.
      track.addEventListener('ended', () => {
        if (mine === asked) void ask()
      })
    }
  }

  return {
    state,
    ask,
    stop() {
      release()
      state.set(off)
    },
  }
}
