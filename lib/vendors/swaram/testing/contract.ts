import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { createSwaramApi, type SwaramAccount } from '../api'
import { encode } from '../pcm'
import type { RealtimeEvent } from '../realtime-events'
import type { VoiceConfig } from '../session-config'
import { socketUrl } from '../socket-url'
import { openSocket, type TestSocket } from './node-socket'

const config: VoiceConfig = {
  model: 'mal-realtime-simple',
  session: {
    instructions: 'You are a friendly assistant. Speak Malayalam. Greet in one short sentence.',
    voice: 'mal-female',
    tools: [],
    tool_choice: 'auto',
    turn_detection: 'default',
  },
}

/** Generous: a language model thinks, and a real network is between. */
const patience = { timeout: 30_000 }

/**
 * What the app relies on, told of any Swaram: the real one or its stand-in. Costs the real one a
 * few seconds of speech.
 */
export function swaramContract(name: string, account: () => SwaramAccount) {
  describe(`the contract with ${name}`, patience, () => {
    const sockets: TestSocket[] = []
    const where = () => socketUrl({ SWARAM_API_URL: account().baseUrl, SWARAM_MODEL: config.model })
    const api = () => createSwaramApi(account())

    async function connect(token?: string, protocols?: string[]) {
      const value = token ?? (await api().mintSecret(config)).value
      const offered = protocols ?? ['realtime', `openai-insecure-api-key.${value}`]
      const socket = openSocket(where(), offered)
      sockets.push(socket)
      return socket
    }

    const greeting = async (socket: TestSocket) => {
      await socket.event('created')
      socket.send({ type: 'response.create' })
    }

    afterAll(() => {
      for (const socket of sockets) socket.close()
    })

    test('a key mints a token that lives for a while', async () => {
      const { value, expiresAt } = await api().mintSecret(config)
      expect(value).toMatch(/^swaram_ek_/)
      expect(expiresAt).toBeGreaterThan(Date.now() / 1_000 + 5)
    })

    test('a wrong key is our trouble, and not the visitor’s', async () => {
      const wrong = createSwaramApi({ ...account(), apiKey: 'swaram_wrong' })
      await expect(wrong.mintSecret(config)).rejects.toMatchObject({
        code: 'vendor_rejected_credentials',
      })
    })

    test('a token opens a session, as the subprotocol that a browser can send', async () => {
      const socket = await connect()
      await socket.event('created')
      expect(socket.protocol()).toBe('realtime')
    })

    test('a token that is none is told by closing with 4001, after the upgrade', async () => {
      const socket = await connect('swaram_ek_nobody')
      expect(await socket.closed()).toBe(4001)
      expect(socket.isOpened()).toBe(true)
    })

    test('asked for a reply it speaks: words, PCM16, and an end', async () => {
      const socket = await connect()
      await greeting(socket)
      await socket.event('reply')
      await socket.event('words')
      await socket.event('audio')
      await socket.event('reply-done')
      const loudest = socket.heard().reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      expect(loudest).toBeGreaterThan(1_000)
      expect(socket.heard().length).toBeGreaterThan(12_000)
    })

    test('a reply can be cancelled, and the session goes on', async () => {
      const socket = await connect()
      await greeting(socket)
      await socket.event('audio')
      socket.send({ type: 'response.cancel' })
      await socket.event('reply-done')
      await sleep(1_000)
      expect(socket.isOver()).toBe(false)
    })

    test('speech is noticed in what it hears, and is a turn once it is quiet again', async () => {
      const socket = await connect()
      await socket.event('created')
      for (const piece of speechAndSilence()) {
        socket.send({ type: 'input_audio_buffer.append', audio: encode(piece) })
        await sleep(100)
      }
      const noticed = socket.events.filter(isVisitorSpeech)
      expect(noticed.slice(0, 2).map(({ on }) => on)).toEqual([true, false])
    })

    test('a frame that makes no sense is answered with an error, and ends nothing', async () => {
      const socket = await connect()
      await socket.event('created')
      socket.send({ type: 'sandbox.nonsense' })
      await socket.event('error')
      expect(socket.isOver()).toBe(false)
    })
  })
}

const isVisitorSpeech = (
  event: RealtimeEvent,
): event is Extract<RealtimeEvent, { type: 'visitor-speech' }> => event.type === 'visitor-speech'

/** A second and a half of a voice without words, then silence, in pieces of 100 ms. */
function* speechAndSilence() {
  const rate = 24_000
  for (let piece = 0; piece < 35; piece += 1) {
    yield Int16Array.from({ length: rate / 10 }, (_, n) => {
      const t = (piece * rate) / 10 + n
      if (piece >= 15) return 0
      const pitch = 140 + 20 * Math.sin(t / 4_000)
      const syllable = Math.max(0, Math.sin((2 * Math.PI * 4 * t) / rate))
      const voice = [1, 2, 3, 4, 5, 6].reduce(
        (sum, harmonic) => sum + Math.sin((2 * Math.PI * pitch * harmonic * t) / rate) / harmonic,
        0,
      )
      return 9_000 * syllable * voice
    })
  }
}
