import { stopStream } from '@/lib/conversation/microphone'
import type { Connection, ConnectOptions, TransportEvent } from '@/lib/conversation/transport'
import { failureOf, isOrdinaryEnd } from './close-codes'
import { createHold } from './microphone-hold'
import { encode } from './pcm'
import { type Line, openLine } from './socket'
import { openSound, type Sound } from './sound'
import { watchStall } from './stall-watch'
import { createTalk } from './talk'
import type { SwaramGrant } from './transport'

export { preloadWorklet } from './sound'

/** One conversation: one audio context, one socket. */
export async function openConnection(
  grant: SwaramGrant,
  options: ConnectOptions,
): Promise<Connection> {
  const { microphone, signal } = options
  signal.throwIfAborted()
  let over = false
  let isMuted = options.muted
  let line: Line | undefined
  let sound: Sound | undefined
  let lastFrame = performance.now()
  let hasFirstWord = grant.speaksFirst
  let stopWatch = () => {}
  let closing: Promise<void> | undefined
  const hold = createHold(options.holdMicrophone)

  const tell = (event: TransportEvent) => {
    if (!over) options.onEvent(event)
  }
  const send = (event: object) => line?.send(event)

  function sendSound(samples: Int16Array) {
    if (over || hold.isHeld()) return
    // Muted is silence and not nothing: a turn ends with silence that is heard.
    if (isMuted) samples.fill(0)
    line?.sendSound(encode(samples))
  }

  /** The first words wait until the browser lets them be heard. */
  function begin() {
    if (over || !line) return
    if (!sound?.isRunning()) return tell({ type: 'sound-blocked' })
    if (hasFirstWord) send({ type: 'response.create' })
    hasFirstWord = false
  }

  function onClose(code: number) {
    const failure = failureOf(code)
    const reason = isOrdinaryEnd(code) ? 'server_ended' : 'connection_lost'
    tell({ type: 'closed', reason, ...(failure && { failure }) })
    void close()
  }

  async function shut() {
    over = true
    stopWatch()
    stopStream(microphone)
    sound?.close()
    await line?.close()
  }
  const close = () => (closing ??= shut())

  signal.addEventListener('abort', close, { once: true })
  try {
    sound = await openSound(options, {
      onMicrophone: sendSound,
      onSound: () => talk.sounds(),
      onState: begin,
    })
    const { playback } = sound
    const talk = createTalk({
      playback,
      send,
      tell,
      callTool: options.callTool,
      onReply: hold.begin,
      onQuiet: hold.end,
    })
    const onFrame = () => {
      lastFrame = performance.now()
    }
    line = await openLine(grant, { onEvent: talk.hear, onFrame, onClose }, signal)
    const { waiting, sessionId } = line
    const { look, resume, replaceMicrophone } = sound
    stopWatch = watchStall({
      waiting,
      due() {
        look()
        return playback.isEmpty() ? talk.due() : undefined
      },
      lastFrame: () => lastFrame,
      tell: (isStalled) => tell({ type: isStalled ? 'unstable' : 'stable' }),
    })
    // Whoever is told of it has the connection by then.
    setTimeout(() => {
      tell({ type: 'ready', vendorSessionId: sessionId })
      tell({ type: 'first-frame' })
      begin()
    })
    return {
      // Swaram listens, and reads nothing (reference A6).
      say() {},
      addContext() {},
      setLanguage() {},
      interrupt: talk.interrupt,
      setMuted(muted) {
        isMuted = muted
      },
      replaceMicrophone,
      async playSound() {
        if (!(await resume())) throw new Error('The browser still plays nothing')
        begin()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
