import { describe, expect, test, vi } from 'vitest'
import type { TransportEvent } from '@/lib/conversation/transport'
import { encode } from './pcm'
import { readEvent } from './realtime-events'
import { createTalk } from './talk'
import { heardPlayback } from './testing/heard'

const second = encode(new Int16Array(24_000).fill(1_000))

function talking({ callTool = async (): Promise<string> => 'done' } = {}) {
  const playback = heardPlayback()
  const told: TransportEvent[] = []
  const sent: object[] = []
  const hold: string[] = []
  const talk = createTalk({
    playback,
    tell: (event) => told.push(event),
    send: (event) => sent.push(event),
    callTool,
    onReply: () => hold.push('reply'),
    onQuiet: () => hold.push('quiet'),
  })
  return {
    talk,
    playback,
    told,
    sent,
    hold,
    /** Frames as Swaram sends them. */
    come(...frames: object[]) {
      for (const frame of frames) {
        const event = readEvent(JSON.stringify(frame))
        if (event) talk.hear(event)
      }
    },
    /** What is written of a side, and whether it is complete. */
    written: (role: 'user' | 'persona') =>
      told.flatMap((event) =>
        event.type === 'words' && event.role === role
          ? [`${event.text}${event.final ? (event.interrupted ? ' !' : ' .') : ''}`]
          : [],
      ),
    speaking: () => told.flatMap((event) => (event.type === 'speaking' ? [event.on] : [])),
  }
}

const created = (id?: string) => ({ type: 'response.created', response: { id } })
const done = (id?: string, status = 'completed') => ({
  type: 'response.done',
  response: { id, status },
})
const audio = (response_id?: string, delta = second) => ({
  type: 'response.output_audio.delta',
  response_id,
  delta,
})
const words = (delta: string, response_id?: string) => ({
  type: 'response.output_audio_transcript.delta',
  response_id,
  delta,
})
const speech = (on: boolean) => ({
  type: `input_audio_buffer.speech_${on ? 'started' : 'stopped'}`,
})
const tool = (call_id: string, args = '{"a":1}') => ({
  type: 'response.function_call_arguments.done',
  name: 'set_timer',
  call_id,
  arguments: args,
})

describe('a reply', () => {
  test('is written as it is heard, not as it comes', () => {
    const { come, playback, talk, written, speaking } = talking()
    come(created('r'), words('one ', 'r'), audio('r'), words('two ', 'r'), audio('r'), done('r'))
    talk.sounds()
    expect(written('persona')).toEqual(['one '])
    playback.hear(24_000)
    expect(written('persona')).toEqual(['one ', 'two '])
    expect(speaking()).toEqual([true])
    playback.hear()
    expect(written('persona')).toEqual(['one ', 'two ', ' .'])
    expect(speaking()).toEqual([true, false])
  })

  test('that the visitor cuts off is silent at once, and what was not heard is nowhere', () => {
    const { come, playback, talk, written, speaking, sent } = talking()
    come(created('r'), words('one ', 'r'), audio('r'), words('two ', 'r'), audio('r'))
    talk.sounds()
    come(speech(true))
    expect(playback.flushes).toBe(1)
    come(audio('r'), words('three', 'r'), done('r', 'cancelled'))
    playback.hear()
    expect(playback.queued()).toBe(0)
    expect(written('persona')).toEqual(['one ', ' !'])
    expect(speaking()).toEqual([true, false])
    // Swaram has noticed by itself.
    expect(sent).toEqual([])
  })

  test('that was cut off after it had come is not cancelled at the vendor, which has none', () => {
    const { come, talk, sent, written } = talking()
    come(created('r'), words('one ', 'r'), audio('r'), done('r'))
    talk.interrupt()
    expect(sent).toEqual([])
    expect(written('persona')).toEqual(['one ', ' !'])
    come(created('s'), words('two ', 's'), audio('s'))
    talk.interrupt()
    expect(sent).toEqual([{ type: 'response.cancel' }])
  })

  test('has an id of its own, which stays, also where Swaram names none', () => {
    const { come, told } = talking()
    come(created(), words('one '), words('two '), done(), created(), words('three'), done())
    const ids = told.flatMap((event) => (event.type === 'words' ? [event.messageId] : []))
    expect(ids).toEqual(['reply-1', 'reply-1', 'reply-1', 'reply-2', 'reply-2'])
  })

  test('whose beginning comes late is the same reply', () => {
    const { come, written } = talking()
    come(words('one ', 'r'), created('r'), words('two', 'r'), done('r'))
    expect(written('persona')).toEqual(['one ', 'two', ' .'])
  })

  test('that comes while the one before it is still heard waits for it', () => {
    const { come, playback, written } = talking()
    come(created('r'), words('one', 'r'), audio('r'), done('r'))
    come(created('s'), words('two', 's'), audio('s'), done('s'))
    expect(written('persona')).toEqual(['one'])
    playback.hear()
    expect(written('persona')).toEqual(['one', ' .', 'two', ' .'])
  })

  test('takes a sample that was cut in two, and no rubbish', () => {
    const { come, playback } = talking()
    come(created('r'), audio('r', btoa('\x01')), audio('r', btoa('\x02\x03\x04')))
    expect(playback.queued()).toBe(2)
    come(audio('r', '???'), { type: 'response.output_audio.delta', response_id: 'r', delta: 7 })
    expect(playback.queued()).toBe(2)
  })

  test('of ten megabytes is played like any other, and can be cut off', () => {
    const { come, playback } = talking()
    const huge = 'A'.repeat(Math.ceil(10_000_000 / 3) * 4)
    come(created('r'), audio('r', huge))
    expect(playback.queued()).toBeGreaterThanOrEqual(5_000_000)
    come(speech(true))
    expect(playback.queued()).toBe(0)
  })
})

describe('the visitor', () => {
  test('is written once for a turn, which Swaram tells twice', () => {
    const { come, written, told } = talking()
    const turn = (id: string | undefined, text: string) =>
      come(
        speech(true),
        speech(false),
        { type: 'conversation.item.created', item: { id, role: 'user', content: [{ text }] } },
        {
          type: 'conversation.item.input_audio_transcription.completed',
          item_id: 'i',
          transcript: `${text} `,
        },
      )
    turn(undefined, 'അതെ')
    turn(undefined, 'അതെ')
    expect(written('user')).toEqual(['അതെ .', 'അതെ .'])
    const speeches = told.flatMap((event) => (event.type === 'visitor-speech' ? [event.on] : []))
    expect(speeches).toEqual([true, false, true, false])
  })

  test('is owed an answer once there are words, and not for a cough', () => {
    const { come, talk, playback } = talking()
    come(speech(true), speech(false))
    expect(talk.due()).toBeUndefined()
    const heard = {
      type: 'conversation.item.input_audio_transcription.completed',
      transcript: 'Hello',
    }
    come(heard)
    expect(talk.due()).toBe('answer')
    come(created('r'))
    expect(talk.due()).toBe('reply')
    come(audio('r'), done('r'))
    expect(talk.due()).toBeUndefined()
    playback.hear()
    // Words that come after their answer owe nothing.
    come(speech(true), speech(false), created('s'), heard, done('s'))
    expect(talk.due()).toBeUndefined()
  })
})

describe('a tool', () => {
  test('is called once; what comes of it goes back, and no reply is asked for', async () => {
    const callTool = vi.fn(async () => 'The timer runs.')
    const { come, sent, talk } = talking({ callTool })
    come(created('r'), tool('c'), tool('c'), done('r'))
    expect(talk.due()).toBeUndefined()
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(callTool.mock.calls).toEqual([[{ id: 'c', name: 'set_timer', arguments: { a: 1 } }]])
    const output = JSON.stringify({ result: 'The timer runs.' })
    expect(sent).toEqual([
      {
        type: 'conversation.item.create',
        item: { type: 'function_call_output', call_id: 'c', output },
      },
    ])
    expect(talk.due()).toBe('answer')
  })

  test('that fails tells the persona why', async () => {
    const callTool = async () => {
      throw new Error('The visitor said no.')
    }
    const { come, sent } = talking({ callTool })
    come(tool('c', 'not json'))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(JSON.stringify(sent)).toContain('The visitor said no.')
  })
})

test('the microphone may be held from each reply on until all of them were heard', () => {
  const { come, playback, hold } = talking()
  come(created('r'), audio('r'), done('r'))
  expect(hold).toEqual(['reply'])
  come(created('s'), audio('s'), done('s'))
  playback.hear()
  expect(hold).toEqual(['reply', 'reply', 'quiet'])
})

test('an error is told, and changes nothing', () => {
  const { come, told } = talking()
  come({ type: 'error', error: { type: 'invalid_request_error', code: 'bad', message: 'No.' } })
  expect(told).toEqual([{ type: 'warning', message: 'bad: No.' }])
})
