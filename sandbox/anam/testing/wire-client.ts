import { WebSocket } from 'ws'
import { z } from 'zod'
import { webrtc } from '../engine/webrtc'

const { RTCPeerConnection } = webrtc
const { RTCAudioSink, RTCAudioSource, RTCVideoSink } = webrtc.nonstandard

const envelope = z.object({ actionType: z.string(), payload: z.unknown().optional() })
const answer = z.object({ type: z.literal('answer'), sdp: z.string() })
const candidate = z.object({ candidate: z.string(), sdpMid: z.string(), sdpMLineIndex: z.number() })
const channelMessage = z.object({
  messageType: z.string(),
  data: z.record(z.string(), z.unknown()),
})
const picture = z.object({
  frame: z.object({ width: z.number(), height: z.number(), data: z.instanceof(Uint8Array) }),
})
const sound = z.object({ samples: z.instanceof(Int16Array) })

export interface WireSession {
  sessionId: string
  engineHost: string
  signallingEndpoint: string
}

const PIECE = 480

/** Speaks the protocol as the SDK does in a browser: offers, opens the channel `session`, sends a microphone. */
export class WireClient {
  readonly signals: z.infer<typeof envelope>[] = []
  readonly messages: z.infer<typeof channelMessage>[] = []
  /** A sum over each frame: different pictures have different sums. */
  readonly frames: { width: number; height: number; sum: number; luma: number }[] = []
  /** Loudness of what came, 0 to 1, per 10 ms. */
  readonly loudness: number[] = []
  readonly #connection = new RTCPeerConnection({ iceServers: [] })
  readonly #channel = this.#connection.createDataChannel('session', { ordered: true })
  readonly #microphone = new RTCAudioSource()
  readonly #stops: (() => void)[] = []
  readonly #early: z.infer<typeof candidate>[] = []
  readonly #microphoneTimer: NodeJS.Timeout
  #socket: WebSocket
  #answered = false
  /** Loudness of the microphone's tone, 0 to 1. */
  voice = 0

  constructor(private readonly session: WireSession) {
    this.#socket = this.#openSocket()
    const connection = this.#connection
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) this.signal('icecandidate', candidate.toJSON())
    }
    connection.ontrack = ({ track }) => this.#watch(track)
    this.#channel.onmessage = ({ data }) =>
      this.messages.push(channelMessage.parse(JSON.parse(String(data))))
    connection.addTransceiver('video', { direction: 'recvonly' })
    connection.addTransceiver(this.#microphone.createTrack(), { direction: 'sendrecv' })
    let phase = 0
    this.#microphoneTimer = setInterval(() => {
      const samples = Int16Array.from(
        { length: PIECE },
        () => Math.sin(phase++ / 20) * this.voice * 32_000,
      )
      this.#microphone.onData({
        samples,
        sampleRate: 48_000,
        bitsPerSample: 16,
        channelCount: 1,
        numberOfFrames: PIECE,
      })
    }, 10)
    this.#socket.on('open', () => void this.#offer())
  }

  get channelState() {
    return this.#channel.readyState
  }

  /** The text of a message so far, as captions show it. */
  said(role: 'persona' | 'user'): string {
    return this.of('speechText')
      .filter((data) => data.role === role)
      .map(({ content }) => String(content))
      .join('')
  }

  /** The data of all messages of a type. */
  of(messageType: string) {
    return this.messages
      .filter((message) => message.messageType === messageType)
      .map(({ data }) => data)
  }

  send(message: Record<string, unknown>) {
    this.#channel.send(JSON.stringify({ session_id: this.session.sessionId, ...message }))
  }

  say(content: string) {
    this.send({ message_type: 'speech', content, timestamp: new Date().toISOString().slice(0, -1) })
  }

  signal(actionType: string, payload: unknown) {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(JSON.stringify({ actionType, sessionId: this.session.sessionId, payload }))
  }

  /** As after a network change: new ICE credentials over the same connection. */
  async restartIce() {
    this.#answered = false
    await this.#offer(true)
  }

  reconnectSignalling() {
    this.#socket = this.#openSocket()
  }

  dropSignalling() {
    this.#socket.terminate()
  }

  /** What `stopStreaming` does. */
  close() {
    clearInterval(this.#microphoneTimer)
    for (const stop of this.#stops) stop()
    this.#socket.close()
    this.#connection.close()
  }

  #openSocket() {
    const { engineHost, signallingEndpoint, sessionId } = this.session
    const url = new URL(`ws://${engineHost}`)
    url.pathname = signallingEndpoint
    url.searchParams.set('session_id', sessionId)
    const socket = new WebSocket(url)
    socket.on('error', () => {})
    socket.on('message', (raw) => void this.#signalled(envelope.parse(JSON.parse(String(raw)))))
    return socket
  }

  async #offer(iceRestart = false) {
    const offer = await this.#connection.createOffer({ iceRestart })
    await this.#connection.setLocalDescription(offer)
    const connectionDescription = { type: 'offer', sdp: offer.sdp }
    this.signal('offer', { connectionDescription, userUid: this.session.sessionId })
  }

  async #signalled(message: z.infer<typeof envelope>) {
    this.signals.push(message)
    if (message.actionType === 'answer') {
      await this.#connection.setRemoteDescription(answer.parse(message.payload))
      this.#answered = true
      for (const early of this.#early.splice(0)) await this.#connection.addIceCandidate(early)
    }
    if (message.actionType !== 'icecandidate') return
    const parsed = candidate.parse(message.payload)
    if (this.#answered) await this.#connection.addIceCandidate(parsed)
    else this.#early.push(parsed)
  }

  #watch(track: MediaStreamTrack) {
    if (track.kind === 'video') {
      const sink = new RTCVideoSink(track)
      sink.onframe = (event: unknown) => {
        const { width, height, data } = picture.parse(event).frame
        let sum = 0
        for (const value of data) sum += value
        let luma = 0
        for (const value of data.subarray(0, width * height)) luma += value
        this.frames.push({ width, height, sum, luma: luma / (width * height) })
      }
      this.#stops.push(() => sink.stop())
      return
    }
    const sink = new RTCAudioSink(track)
    sink.ondata = (event: unknown) => {
      const { samples } = sound.parse(event)
      const power = samples.reduce((total, sample) => total + sample * sample, 0) / samples.length
      this.loudness.push(Math.sqrt(power) / 32_768)
    }
    this.#stops.push(() => sink.stop())
  }
}
