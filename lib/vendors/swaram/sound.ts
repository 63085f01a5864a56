import type { ConnectOptions } from '@/lib/conversation/transport'
import { createMicrophoneInput } from './microphone-input'
import { createPlayback, type Playback } from './playback'
import { createSpeaker } from './speaker'

/** Served as the file that it is, from our own origin, as the policy of the page wants it. */
const worklet = new URL('./audio.worklet.js', import.meta.url).href

let isPreloaded = false

/** Brings it into the browser's cache. */
export function preloadWorklet() {
  if (isPreloaded) return
  isPreloaded = true
  fetch(worklet).catch(() => {
    isPreloaded = false
  })
}

export interface Sound {
  playback: Playback
  /** Whether the browser lets it be heard. */
  isRunning: () => boolean
  /** Call it in a press where the browser wants one. Resolves with whether it runs now. */
  resume: () => Promise<boolean>
  replaceMicrophone: (deviceId: string) => Promise<MediaStream>
  /** To be called now and then. */
  look: () => void
  close: () => void
}

interface SoundListener {
  /** 100 ms of what the microphone hears. */
  onMicrophone: (samples: Int16Array) => void
  /** Sound is heard after a silence. */
  onSound: () => void
  /** It runs, or the browser has stopped it. */
  onState: () => void
}

/**
 * Opens the browser's audio at the rate it has: another one would keep Firefox from connecting a
 * microphone (reference A5). Closes it again when `signal` aborts meanwhile.
 */
export async function openSound(
  { video, microphone, signal }: Pick<ConnectOptions, 'video' | 'microphone' | 'signal'>,
  listener: SoundListener,
): Promise<Sound> {
  const audio = new AudioContext({ latencyHint: 'interactive' })
  try {
    // A browser that wants a press first leaves this open for ever.
    audio.resume().catch(() => {})
    await audio.audioWorklet.addModule(worklet)
    signal.throwIfAborted()
    const capture = new AudioWorkletNode(audio, 'swaram-capture', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    })
    const player = new AudioWorkletNode(audio, 'swaram-playback', {
      numberOfInputs: 0,
      outputChannelCount: [1],
    })
    const speaker = createSpeaker(audio, video)
    player.connect(speaker.input)
    const input = createMicrophoneInput(audio, capture, microphone)
    capture.port.onmessage = ({ data }: MessageEvent<Int16Array>) => listener.onMicrophone(data)
    audio.onstatechange = listener.onState

    return {
      playback: createPlayback(player.port, listener.onSound),
      isRunning: () => audio.state === 'running',
      async resume() {
        await audio.resume().catch(() => {})
        return audio.state === 'running'
      },
      replaceMicrophone: input.replace,
      look: speaker.look,
      close() {
        input.close()
        speaker.close()
        audio.onstatechange = null
        capture.port.postMessage('close')
        player.port.postMessage('close')
        capture.port.onmessage = null
        void audio.close()
      },
    }
  } catch (error) {
    void audio.close()
    throw error
  }
}
