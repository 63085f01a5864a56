import { limits } from './limits'
import { type MicrophoneResult, stopStream } from './microphone'
import type { RunOptions } from './run'
import type { SettledMicrophone } from './state'
import { within } from './time'
import type { Connection } from './transport'

/** The visitor's microphone through one conversation, over all its connections. */
export interface MicrophoneLine {
  /** Opens it, where the visitor wants to be heard. Call it directly in the click. */
  open: () => Promise<MediaStream | null>
  /** The stream now; whoever passes it on gives away a clone. */
  current: () => MediaStream | null
  /** Another device takes over, without a new session. */
  choose: (deviceId: string) => Promise<void>
  /** Asks once more for a microphone that could not be had. Call it directly in the click. */
  ask: () => Promise<void>
  close: () => void
}

export function createMicrophoneLine(
  options: Pick<RunOptions, 'generation' | 'dispatch' | 'stream' | 'openMicrophone' | 'asks'>,
  connection: () => Connection | undefined,
): MicrophoneLine {
  const { generation, stream } = options
  let over = false

  const settle = (microphone: SettledMicrophone) =>
    options.dispatch({ generation, type: 'MICROPHONE', microphone, at: Date.now() })

  function keep(next: MediaStream) {
    if (over) return stopStream(next)
    // A clone of a muted track is as silent as it was.
    for (const track of next.getAudioTracks()) track.enabled = true
    stopStream(stream.get())
    stream.set(next)
    for (const track of next.getAudioTracks()) {
      track.addEventListener('ended', () => {
        if (stream.get() === next) void unplugged()
      })
    }
  }

  /** A headset was pulled out: whatever else there is takes over. */
  async function unplugged() {
    stream.set(null)
    settle('lost')
    await take(options.openMicrophone(), 'lost')
  }

  /** Hands a device that could be opened to the connection, which opens it for itself. */
  async function take(opening: Promise<MicrophoneResult>, otherwise?: SettledMicrophone) {
    const result = await opening
    if (result.status !== 'granted') return settle(otherwise ?? result.status)
    // The next connection hears it from its first packet on.
    if (!connection()) {
      keep(result.stream)
      return settle('granted')
    }
    const id = result.stream.getAudioTracks()[0]?.getSettings().deviceId
    stopStream(result.stream)
    if (id && !over) await choose(id)
  }

  async function choose(deviceId: string) {
    const current = connection()
    if (!current || over) return
    try {
      // A clone: the connection stops its own when it ends, and the next one needs it again.
      keep((await current.replaceMicrophone(deviceId)).clone())
      settle('granted')
    } catch {
      stopStream(stream.get())
      stream.set(null)
      settle('lost')
    }
  }

  return {
    current: stream.get,
    choose,
    ask: () => take(options.openMicrophone()),
    async open() {
      if (!options.asks) {
        settle('off')
        return null
      }
      const opening = options.openMicrophone()
      const result = await within(limits.microphone, opening, { status: 'unanswered' as const })
      if (result.status === 'granted') keep(result.stream)
      // An answer that comes too late must not leave a live track behind.
      else void opening.then((late) => late.status === 'granted' && stopStream(late.stream))
      settle(result.status)
      return stream.get()
    },
    close() {
      over = true
      stopStream(stream.get())
      stream.set(null)
    },
  }
}
