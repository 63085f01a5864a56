import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'
import { until } from '../testing/until'
import { tone, type VoiceClient } from '../testing/voice-client'

let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest({ plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

/** Types as they came, repetitions once. */
const order = ({ types }: VoiceClient) => types.filter((type, index) => type !== types[index - 1])
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const inRealTime = () => swaram.call('POST', '/__sandbox/plan', { pace: 1 })

describe('a turn', () => {
  test('is heard, written down once and answered, in the documented order', async () => {
    const client = await swaram.connect()
    client.speak(2_000)
    await client.next('response.done')
    expect(order(client).slice(0, 8)).toEqual([
      'session.created',
      'input_audio_buffer.speech_started',
      'input_audio_buffer.speech_stopped',
      'conversation.item.created',
      'conversation.item.input_audio_transcription.completed',
      'response.created',
      'response.output_audio_transcript.delta',
      'response.output_audio.delta',
    ])
    expect(order(client).at(-1)).toBe('response.done')
    const transcript = '(രണ്ട് സെക്കൻഡ് സംസാരം)'
    expect(client.of('conversation.item.created')).toEqual([
      {
        type: 'conversation.item.created',
        item: { role: 'user', content: [{ text: transcript }] },
      },
    ])
    expect(client.of('conversation.item.input_audio_transcription.completed')).toEqual([
      {
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: expect.stringMatching(/^item_/),
        transcript,
      },
    ])
  })

  test('is answered with how long it was, and differently the next time, alike in all sessions', async () => {
    const texts = await Promise.all(
      [1, 2].map(async () => {
        const client = await swaram.connect()
        client.speak(3_000)
        await client.next('response.done')
        client.speak(1_000)
        await client.next('response.done', 2)
        return client.text
      }),
    )
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).toMatch(/^നിങ്ങൾ മൂന്ന് സെക്കൻഡ് സംസാരിച്ചു\..*ഒരു സെക്കൻഡ്/)
  })

  test('ends when a client sends nothing any more, as with push-to-talk', async () => {
    const client = await swaram.connect()
    client.append(tone(800))
    await client.next('input_audio_buffer.speech_stopped')
    await client.next('response.created')
  })

  test('is not made by quiet, noise or clicks', async () => {
    const client = await swaram.connect()
    for (let count = 0; count < 10; count++) client.append(Buffer.concat([tone(50), tone(50, 0)]))
    client.append(tone(3_000, 0.005))
    client.append(Buffer.alloc(0))
    client.append(Buffer.alloc(1))
    await until(
      'all was heard',
      async () => (await swaram.state()).sessions[0]?.bytesHeard === 192_001,
    )
    expect(client.types).toEqual(['session.created'])
  })
})

describe('a reply', () => {
  test('greets whoever asks for it first', async () => {
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    await client.next('response.done')
    expect(client.text).toMatch(/^നമസ്കാരം! /)
    expect(client.errors).toEqual([])
    client.send({ type: 'response.create' })
    await client.next('response.done', 2)
    expect(client.text.match(/നമസ്കാരം/g)).toHaveLength(1)
  })

  test('has the documented fields and no others, and sound that is Malayalam PCM16', async () => {
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    const done = await client.next('response.done')
    const [created] = client.of('response.created')
    expect(done).toEqual({
      type: 'response.done',
      response: { id: expect.any(String), status: 'completed' },
    })
    expect(created).toEqual({ type: 'response.created', response: { id: expect.any(String) } })
    const [sound] = client.of('response.output_audio.delta')
    expect(Object.keys(sound ?? {}).sort()).toEqual(['delta', 'item_id', 'response_id', 'type'])
    const [words] = client.of('response.output_audio_transcript.delta')
    expect(Object.keys(words ?? {}).sort()).toEqual(['delta', 'type'])
    expect(client.heard.length % 2).toBe(0)
    const samples = new Int16Array(Uint8Array.from(client.heard).buffer)
    expect(samples.some((sample) => sample > 8_000)).toBe(true)
  })

  test('comes about in real time, a little ahead and without a gap', async () => {
    await inRealTime()
    const client = await swaram.connect()
    const arrivals: number[] = []
    client.socket.on('message', (data) => {
      if (String(data).includes('output_audio.delta')) arrivals.push(performance.now())
    })
    client.send({ type: 'response.create' })
    await client.next('response.done')
    const [began = 0] = arrivals
    for (const [chunks, at] of arrivals.entries()) {
      const aheadMs = chunks * 100 - (at - began)
      // Half a second in hand at most; and never late by more than a busy machine is.
      expect(aheadMs).toBeLessThan(650)
      expect(aheadMs).toBeGreaterThan(-200)
    }
    expect(arrivals.length).toBeGreaterThan(30)
  })

  test('stops when the visitor speaks, and the visitor is answered', async () => {
    await inRealTime()
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    await client.next('response.output_audio.delta', 3)
    client.speak(600)
    const done = await client.next('response.done')
    expect(done).toMatchObject({ response: { status: 'cancelled' } })
    const { types } = client
    const [started, ended] = [
      types.indexOf('input_audio_buffer.speech_started'),
      types.indexOf('response.done'),
    ]
    expect(started).toBeLessThan(ended)
    await client.next('response.created', 2)
    const between = types.slice(ended + 1, types.lastIndexOf('response.created'))
    expect(between).not.toContain('response.output_audio.delta')
    expect(client.of('input_audio_buffer.speech_stopped')).toHaveLength(1)
  })

  test('stops when it is told to, even before the first sound', async () => {
    await inRealTime()
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    client.send({ type: 'response.cancel' })
    expect(await client.next('response.done')).toMatchObject({ response: { status: 'cancelled' } })
    await pause(500)
    expect(client.heard.length).toBe(0)
    client.send({ type: 'response.cancel' })
    await client.next('error')
    expect(client.errors).toEqual(['response_cancel_not_active'])
  })

  test('is not followed by a second one that is asked for meanwhile', async () => {
    await inRealTime()
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    client.send({ type: 'response.create' })
    await client.next('error')
    expect(client.errors).toEqual(['conversation_already_has_active_response'])
    expect(client.of('response.created')).toHaveLength(1)
  })

  test('ends with the connection', async () => {
    await inRealTime()
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    await client.next('response.output_audio.delta')
    await client.close()
    const closed = await until('it is gone', async () => (await swaram.state()).closed.at(-1))
    expect(closed.code).toBe(1000)
    expect((await swaram.state()).sessions).toEqual([])
  })
})

describe('nudges', () => {
  test('a commit ends the turn at once, with what was heard', async () => {
    const client = await swaram.connect()
    client.append(tone(1_000))
    client.send({ type: 'input_audio_buffer.commit' })
    await client.next('response.created')
    expect(order(client).slice(1, 4)).toEqual([
      'input_audio_buffer.speech_started',
      'input_audio_buffer.speech_stopped',
      'conversation.item.created',
    ])
  })

  test('a commit of what was too quiet to be noticed is a turn, of nothing is an error', async () => {
    const client = await swaram.connect()
    client.send({ type: 'input_audio_buffer.commit' })
    await client.next('error')
    expect(client.errors).toEqual(['input_audio_buffer_commit_empty'])
    client.append(tone(1_000, 0.005))
    client.send({ type: 'input_audio_buffer.commit' })
    await client.next('conversation.item.input_audio_transcription.completed')
    await client.next('response.done')
  })

  test('a clear makes unheard what was said', async () => {
    const client = await swaram.connect()
    client.append(tone(1_000))
    client.send({ type: 'input_audio_buffer.clear' })
    await pause(900)
    expect(client.types).toEqual(['session.created', 'input_audio_buffer.speech_started'])
  })

  test('Premium ignores all of them, and takes turns as ever', async () => {
    const client = await swaram.connect({}, 'mal-realtime-premium')
    client.send({ type: 'response.create' })
    client.append(tone(1_000))
    client.send({ type: 'input_audio_buffer.commit' })
    client.send({ type: 'input_audio_buffer.clear' })
    await pause(300)
    expect(client.types).toEqual(['session.created', 'input_audio_buffer.speech_started'])
    client.append(tone(600, 0))
    await client.next('response.done')
    expect(client.errors).toEqual([])
  })
})
