import { openMicrophone, stopStream } from '@/lib/conversation/microphone'

export interface MicrophoneInput {
  /** Resolves with the new device's stream; rejects when it cannot be opened. The old one is closed by then. */
  replace: (deviceId: string) => Promise<MediaStream>
  close: () => void
}

/** Lets `capture` hear a microphone, and another one later. It owns them from here. */
export function createMicrophoneInput(
  audio: AudioContext,
  capture: AudioNode,
  first: MediaStream | null,
): MicrophoneInput {
  let stream: MediaStream | undefined
  let source: MediaStreamAudioSourceNode | undefined
  let isOver = false
  let replacing: Promise<unknown> = Promise.resolve()

  function hear(next: MediaStream) {
    stream = next
    source = new MediaStreamAudioSourceNode(audio, { mediaStream: next })
    source.connect(capture)
  }

  function stop() {
    source?.disconnect()
    stopStream(stream)
    source = undefined
    stream = undefined
  }

  async function replace(deviceId: string): Promise<MediaStream> {
    stop()
    const result = await openMicrophone(deviceId)
    if (result.status !== 'granted') throw new Error(`The microphone is ${result.status}`)
    if (isOver) {
      stopStream(result.stream)
      throw new Error('The conversation is over')
    }
    hear(result.stream)
    return result.stream
  }

  if (first) hear(first)

  return {
    replace(deviceId) {
      // One after the other: of two at once one would be left open.
      const change = replacing.catch(() => {}).then(() => replace(deviceId))
      replacing = change
      return change
    },
    close() {
      isOver = true
      stop()
    },
  }
}
