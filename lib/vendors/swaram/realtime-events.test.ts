import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TransportEvent } from '@/lib/conversation/transport'
import { createDecoder, encode } from './pcm'
import { readEvent } from './realtime-events'
import { createTalk } from './talk'
import { heardPlayback } from './testing/heard'

describe('reading a frame', () => {
  test('never fails, whatever it is', () => {
    const frame = fc.oneof(
      fc.string(),
      fc.json(),
      fc.anything(),
      fc.record({ type: fc.string(), error: fc.anything(), delta: fc.anything() }).map(toJson),
    )
    fc.assert(
      fc.property(frame, (frame) => {
        readEvent(frame)
      }),
    )
  })

  test.each([
    '{"type":"response.output_audio.delta","delta":"AAA',
    '{"type":"response.output_audio.delta"}',
    '{"type":"response.output_audio.delta","delta":42}',
    '{"type":"response.sandbox.unheard_of"}',
    '{"type":"conversation.item.created","item":{"role":"assistant","content":[{"text":"x"}]}}',
    '{"type":"conversation.item.created","item":{"role":"user","content":"x"}}',
    '{"type":"conversation.item.input_audio_transcription.completed","transcript":"  "}',
    '{"type":"response.function_call_arguments.done","name":"x"}',
    'null',
    '[]',
    new ArrayBuffer(4),
  ])('%s is nothing', (frame) => {
    expect(readEvent(frame)).toBeUndefined()
  })

  test('fields that only OpenAI’s dialect has change nothing', () => {
    const documented = { type: 'response.output_audio.delta', response_id: 'r', delta: 'AAAA' }
    const openai = { ...documented, event_id: 'e', output_index: 0, content_index: 0, item_id: 'i' }
    expect(readEvent(toJson(openai))).toEqual(readEvent(toJson(documented)))
  })
})

test('sound comes through whole however it is cut', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.int16Array({ minLength: 1, maxLength: 2_000 }), cuts, (samples, cuts) => {
      const bytes = atob(encode(samples))
      const { decode } = createDecoder()
      const heard: number[] = []
      for (let at = 0, n = 0; at < bytes.length; n += 1) {
        const size = cuts[n % cuts.length] ?? 1
        heard.push(...(decode(btoa(bytes.slice(at, at + size))) ?? []))
        at += size
      }
      expect(heard).toEqual([...samples])
    }),
  )
})

test('whatever comes in whatever order, each message ends once and silence is told', () => {
  const id = fc.constantFrom('a', 'b', 'c', undefined)
  const event = fc.oneof(
    fc.record({ type: fc.constant('response.created'), response: fc.record({ id }) }),
    fc.record({
      type: fc.constant('response.output_audio.delta'),
      response_id: id,
      delta: fc.constantFrom('AAAA', 'AA==', '!', ''),
    }),
    fc.record({
      type: fc.constant('response.output_audio_transcript.delta'),
      response_id: id,
      delta: fc.constantFrom('one ', 'two '),
    }),
    fc.record({ type: fc.constant('response.done'), response: fc.record({ id }) }),
    fc.constantFrom(
      { type: 'input_audio_buffer.speech_started' },
      { type: 'input_audio_buffer.speech_stopped' },
      { type: 'hear' },
      { type: 'interrupt' },
      { type: 'something.new' },
    ),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60, size: 'max' }), (events) => {
      const playback = heardPlayback()
      const told: TransportEvent[] = []
      const talk = createTalk({
        playback,
        tell: (event) => told.push(event),
        send: () => {},
        callTool: async () => '',
        onReply: () => {},
        onQuiet: () => {},
      })
      for (const event of events) {
        if (event.type === 'hear') playback.hear(1)
        else if (event.type === 'interrupt') talk.interrupt()
        else {
          const read = readEvent(toJson(event))
          if (read) talk.hear(read)
        }
        if (!playback.isEmpty()) talk.sounds()
      }
      talk.interrupt()
      const ended = new Set<string>()
      for (const event of told) {
        if (event.type !== 'words') continue
        expect(ended.has(event.messageId)).toBe(false)
        if (event.final) ended.add(event.messageId)
      }
      const begun = told.flatMap((event) => (event.type === 'words' ? [event.messageId] : []))
      expect(ended).toEqual(new Set(begun))
      expect(told.findLast(({ type }) => type === 'speaking') ?? { on: false }).toMatchObject({
        on: false,
      })
      expect(playback.queued()).toBe(0)
      expect(talk.due()).not.toBe('reply')
    }),
  )
})

const toJson = (value: unknown) => JSON.stringify(value)
