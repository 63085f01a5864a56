import { ConversationError } from '@/lib/conversation/failure'
import { stopStream } from '@/lib/conversation/microphone'
import type { CloseReason, Connection, ConnectOptions } from '@/lib/conversation/transport'
import type { SessionGrant } from './session-grant'
import { checkToken, startError } from './transport-errors'
import { watchQuality } from './transport-quality'
import { createSilence } from './transport-silence'
import { createVoice } from './transport-speech'
import { hearToolCalls } from './transport-tools'
import { watchVideo } from './transport-video'

type Sdk = typeof import('@anam-ai/js-sdk')

/** The last frame stays while the stage fades back to the poster. */
const lastFrameMs = 1000

/**
 * One conversation on one new SDK client. A client that has stopped keeps its listeners and opens
 * a second microphone when it starts again, so it is never used twice.
 */
export async function openConnection(
  sdk: Sdk,
  grant: SessionGrant,
  { video, microphone, muted, onEvent, callTool, signal }: ConnectOptions,
): Promise<Connection> {
  signal.throwIfAborted()
  checkToken(grant.sessionToken)
  // An unknown id throws only after the session is created, and leaves it open.
  if (!video.id || document.getElementById(video.id) !== video) {
    throw new ConversationError({ code: 'connection_failed' })
  }

  const { AnamEvent } = sdk
  const client = sdk.createClient(grant.sessionToken, {
    api: { baseUrl: grant.apiBaseUrl },
    metrics: { disableClientMetrics: true },
  })
  // Before the start the SDK keeps it for the stream that comes.
  if (muted) client.muteInputAudio()
  let over = false
  let replaced: MediaStream | undefined
  let shown: MediaStream | undefined
  const inputs = new Set<MediaStream>()
  let replacing: Promise<unknown> = Promise.resolve()
  const picture = watchVideo(video, (event) => over || onEvent(event))
  const stopQuality = watchQuality(client, (quality) => onEvent({ type: 'quality', quality }))

  client.addListener(AnamEvent.DATA_CHANNEL_OPEN, () => {
    // Not SESSION_READY: what is sent before this channel is open is silently dropped.
    if (!over) onEvent({ type: 'ready', vendorSessionId: client.getActiveSessionId() ?? undefined })
  })
  client.addListener(AnamEvent.VIDEO_STREAM_STARTED, (stream) => {
    shown = stream
    picture.play()
  })
  client.addListener(AnamEvent.VIDEO_PLAY_STARTED, () => picture.seen())
  client.addListener(AnamEvent.INPUT_AUDIO_STREAM_STARTED, (stream) => {
    inputs.add(stream)
    replaced = stream
    // A change of device that was overtaken by the end must not leave a live track.
    if (over) stopStream(stream)
  })
  client.addListener(AnamEvent.MESSAGE_STREAM_EVENT_RECEIVED, (message) => {
    if (over) return
    onEvent({
      type: 'words',
      messageId: message.id,
      role: message.role === sdk.MessageRole.USER ? 'user' : 'persona',
      text: message.content,
      final: message.endOfSpeech,
      interrupted: message.interrupted,
    })
  })
  hearToolCalls(sdk, client, callTool)
  for (const [event, on] of [
    [AnamEvent.USER_SPEECH_STARTED, true],
    [AnamEvent.USER_SPEECH_ENDED, false],
  ] as const) {
    client.addListener(event, () => over || onEvent({ type: 'visitor-speech', on }))
  }
  client.addListener(
    AnamEvent.SERVER_WARNING,
    (message) => over || onEvent({ type: 'warning', message }),
  )
  client.addListener(AnamEvent.CONNECTION_CLOSED, (code) => {
    // Stopping emits this once more, after the server's own end too: only the first one counts.
    if (over) return
    const ended = code === sdk.ConnectionClosedCode.SERVER_CLOSED_CONNECTION
    const reason: CloseReason = ended ? 'server_ended' : 'connection_lost'
    onEvent({ type: 'closed', reason })
    // The SDK leaves peer connection and microphone open when signalling fails.
    void close()
  })

  // Silence instead of no input: a device can take its place later, without a new session.
  const silence = microphone ? undefined : createSilence()
  const input = microphone ?? silence?.stream
  const started = client.streamToVideoElement(video.id, input)
  let closing: Promise<void> | undefined
  async function shut() {
    over = true
    picture.stop()
    stopQuality()
    stopStream(input)
    silence?.close()
    for (const input of inputs) stopStream(input)
    // Stopping before the start has resolved does nothing and would leave the session open.
    await started.catch(() => {})
    await client.stopStreaming().catch(() => {})
    setTimeout(() => {
      // The next conversation may show its own picture by now.
      if (shown && video.srcObject === shown) video.srcObject = null
    }, lastFrameMs)
  }
  const close = () => (closing ??= shut())

  signal.addEventListener('abort', close, { once: true })
  try {
    await started
    signal.throwIfAborted()
  } catch (error) {
    await close()
    throw startError(error)
  }

  /** The SDK throws when the session has gone a moment ago; its close event tells that already. */
  const send = (action: () => void) => {
    if (over) return
    try {
      action()
    } catch (error) {
      console.warn('Not sent, the session has just gone:', error)
    }
  }

  const voice = createVoice(sdk, client, send)
  return {
    say: (text) => send(() => client.sendUserMessage(text)),
    interrupt: voice.interrupt,
    speak: voice.speak,
    addContext: (text) => send(() => client.addContext(text)),
    setLanguage(languageCode) {
      const message = { message_type: 'persona_config', data: { languageCode } }
      send(() => client.sendDataMessage(JSON.stringify(message)))
    },
    setMuted(muted) {
      send(() => (muted ? client.muteInputAudio() : client.unmuteInputAudio()))
    },
    async replaceMicrophone(deviceId) {
      // One after the other: of two at once the SDK would stop only the stream both began with.
      const change = replacing.catch(() => {}).then(() => client.changeAudioInputDevice(deviceId))
      replacing = change
      await change
      if (!replaced) throw new Error('The SDK changed the device without naming its stream')
      // The SDK restores what was so before the question for the device: a press meanwhile counts.
      const { isMuted } = client.getInputAudioState()
      for (const track of replaced.getAudioTracks()) track.enabled = !isMuted
      return replaced
    },
    close,
  }
}
