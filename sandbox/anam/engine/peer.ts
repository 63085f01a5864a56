import { z } from 'zod'
import type { I420Frame } from '../face/studio'
import { SessionChannel } from './channel'
import { listen } from './ear'
import { webrtc } from './webrtc'

const description = z.object({ type: z.literal('offer'), sdp: z.string() })
const candidate = z.object({
  candidate: z.string(),
  sdpMid: z.string().nullish(),
  sdpMLineIndex: z.number().nullish(),
  usernameFragment: z.string().nullish(),
})

export interface PeerEvents {
  signal(actionType: string, payload: unknown): void
  connected(): void
  lost(): void
  channelOpen(): void
  channelMessage(raw: unknown): void
  channelClosed(): void
  heard(rms: number, ms: number): void
}

export interface PeerOptions {
  withVideo: boolean
  /** For tests of a network that lets nothing through: no candidate is sent or taken. */
  withoutIce: boolean
}

/** One WebRTC connection that answers the browser: video and voice out, microphone and channel in. */
export class Peer {
  readonly channel: SessionChannel
  readonly #connection = new webrtc.RTCPeerConnection({ iceServers: [] })
  readonly #video = new webrtc.nonstandard.RTCVideoSource({ isScreencast: false })
  readonly #audio = new webrtc.nonstandard.RTCAudioSource()
  readonly #tracks: MediaStreamTrack[] = []
  readonly #early: RTCIceCandidateInit[] = []
  #answered = false
  #closed = false
  #stopListening: (() => void) | undefined

  constructor(
    private readonly events: PeerEvents,
    private readonly options: PeerOptions,
  ) {
    this.channel = new SessionChannel({
      open: () => events.channelOpen(),
      message: (raw) => events.channelMessage(raw),
      closed: () => events.channelClosed(),
    })
    const connection = this.#connection
    connection.onicecandidate = ({ candidate }) => {
      if (candidate && !options.withoutIce) events.signal('icecandidate', candidate.toJSON())
    }
    connection.ondatachannel = ({ channel }) => {
      if (channel.label === 'session') this.channel.attach(channel)
    }
    connection.ontrack = ({ track }) => {
      if (track.kind !== 'audio' || this.#stopListening) return
      this.#stopListening = listen(track, (rms, ms) => events.heard(rms, ms))
    }
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === 'connected') events.connected()
      if (connection.connectionState === 'failed') events.lost()
    }
  }

  /** Answers an offer, the first one or one that restarts ICE. Throws on what is no offer. */
  async answer(payload: unknown): Promise<void> {
    const offer = description.parse(payload)
    await this.#connection.setRemoteDescription(offer)
    if (this.#tracks.length === 0) this.#addTracks()
    const answer = await this.#connection.createAnswer()
    await this.#connection.setLocalDescription(answer)
    if (this.#closed) return
    const { sdp } = this.#connection.localDescription ?? answer
    this.events.signal('answer', {
      type: 'answer',
      sdp: this.options.withoutIce ? withoutCandidates(sdp) : sdp,
    })
    this.#answered = true
    for (const early of this.#early.splice(0)) await this.#take(early)
  }

  async addCandidate(payload: unknown): Promise<void> {
    const parsed = candidate.safeParse(payload)
    if (!parsed.success || this.options.withoutIce) return
    if (this.#answered) await this.#take(parsed.data)
    else this.#early.push(parsed.data)
  }

  playFrame(frame: I420Frame) {
    if (!this.options.withVideo || this.#closed) return
    const { width, height, data } = frame
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    this.#video.onFrame({ width, height, data: bytes })
  }

  playAudio(samples: Int16Array) {
    if (this.#closed) return
    this.#audio.onData({
      samples,
      sampleRate: samples.length * 100,
      bitsPerSample: 16,
      channelCount: 1,
      numberOfFrames: samples.length,
    })
  }

  close() {
    if (this.#closed) return
    this.#closed = true
    const connection = this.#connection
    connection.onicecandidate = connection.ondatachannel = connection.ontrack = null
    connection.onconnectionstatechange = null
    this.channel.close()
    this.#stopListening?.()
    for (const track of this.#tracks) track.stop()
    connection.close()
  }

  /** One stream for both: the SDK shows the stream of the video track and nothing else (anam.md 1.5). */
  #addTracks() {
    this.#tracks.push(this.#video.createTrack(), this.#audio.createTrack())
    const stream = new webrtc.MediaStream(this.#tracks)
    for (const track of this.#tracks) this.#connection.addTrack(track, stream)
  }

  async #take(init: RTCIceCandidateInit) {
    try {
      await this.#connection.addIceCandidate(init)
    } catch {
      // A candidate of an address that this machine cannot reach is no reason to end.
    }
  }
}

const withoutCandidates = (sdp: string | undefined) =>
  (sdp ?? '').replace(/^a=candidate:.*\r\n/gm, '')
