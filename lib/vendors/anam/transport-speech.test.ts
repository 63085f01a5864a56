import * as sdk from '@anam-ai/js-sdk'
import { InternalEventEmitter } from '@anam-ai/js-sdk/dist/main/modules/InternalEventEmitter'
import { InternalEvent, SignalMessageAction } from '@anam-ai/js-sdk/dist/main/types'
import { TalkMessageStream } from '@anam-ai/js-sdk/dist/main/types/TalkMessageStream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createVoice, type Voice } from './transport-speech'

interface Sent {
  content: string
  startOfSpeech: boolean
  endOfSpeech: boolean
  correlationId: string
}

/** What goes over the wire: chunks of talk streams, and interruptions. */
let wire: (Sent | 'interrupt')[]
let voice: Voice
/** Anam says that it has cut off this stream. */
let cutOff: (correlationId: string) => void
let visitorSpeaks: () => void

/** The SDK's own talk streams, over a socket that leads nowhere. */
beforeEach(() => {
  vi.useFakeTimers()
  wire = []
  const events = new InternalEventEmitter()
  const socket = Object.assign(Object.create(null), {
    sendTalkMessage: async (sent: Sent) => void wire.push(sent),
  })
  const hear = new Map<unknown, (told: string) => void>()
  const client = Object.assign(Object.create(null), {
    addListener: (event: unknown, listener: (told: string) => void) => hear.set(event, listener),
    interruptPersona: () => wire.push('interrupt'),
    createTalkMessageStream: (id: string) => new TalkMessageStream(id, events, socket),
  })
  voice = createVoice(sdk, client, (action) => action())
  visitorSpeaks = () => hear.get(sdk.AnamEvent.USER_SPEECH_STARTED)?.('')
  cutOff = (correlationId) => {
    const payload = { correlationId }
    const actionType = SignalMessageAction.TALK_STREAM_INTERRUPTED
    events.emit(InternalEvent.SIGNAL_MESSAGE_RECEIVED, { actionType, sessionId: 's', payload })
    hear.get(sdk.AnamEvent.TALK_STREAM_INTERRUPTED)?.(correlationId)
  }
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = (ms = 1) => vi.advanceTimersByTimeAsync(ms)
const written = () => wire.map((sent) => (sent === 'interrupt' ? sent : sent.content))
const ids = () => [
  ...new Set(wire.flatMap((sent) => (sent === 'interrupt' ? [] : [sent.correlationId]))),
]

it('one turn is one talk stream, with a beginning and an end', async () => {
  const speech = voice.speak(() => {})
  speech.write('One. ')
  speech.write('Two. ')
  speech.end()
  await settle()
  expect(wire).toMatchObject([
    { content: 'One. ', startOfSpeech: true, endOfSpeech: false },
    { content: 'Two. ', startOfSpeech: false, endOfSpeech: false },
    { content: '', startOfSpeech: false, endOfSpeech: true },
  ])
  expect(ids()).toHaveLength(1)
})

it('the first words leave at once where nothing was interrupted', async () => {
  voice.speak(() => {}).write('One. ')
  await settle(0)
  expect(written()).toEqual(['One. '])
})

it('a turn that is cut off by the vendor says so once, and sends nothing more', async () => {
  const onCut = vi.fn()
  const speech = voice.speak(onCut)
  speech.write('One. ')
  await settle()
  const [id = ''] = ids()
  cutOff(id)
  cutOff(id)
  speech.write('Two. ')
  speech.end()
  speech.abort()
  await settle()
  expect(onCut).toHaveBeenCalledTimes(1)
  expect(written()).toEqual(['One. '])
})

it('what is aborted falls silent, without a word of its being cut off', async () => {
  const onCut = vi.fn()
  const speech = voice.speak(onCut)
  speech.write('One. ')
  await settle()
  speech.abort()
  speech.write('Two. ')
  const [id = ''] = ids()
  cutOff(id)
  await settle()
  expect(written()).toEqual(['One. ', 'interrupt'])
  expect(onCut).not.toHaveBeenCalled()
})

it('what was never begun needs no interruption', async () => {
  voice.speak(() => {}).abort()
  await settle()
  expect(wire).toEqual([])
})

it('the next turn waits until an interruption cannot reach it, or is confirmed', async () => {
  const first = voice.speak(() => {})
  first.write('One. ')
  await settle()
  first.abort()
  const second = voice.speak(() => {})
  second.write('Two. ')
  await settle(299)
  expect(written()).toEqual(['One. ', 'interrupt'])
  await settle(2)
  expect(written()).toEqual(['One. ', 'interrupt', 'Two. '])

  second.abort()
  voice.speak(() => {}).write('Three. ')
  cutOff(ids()[1] ?? '')
  await settle()
  expect(written().at(-1)).toBe('Three. ')
  expect(ids()).toHaveLength(3)
})

it('an interruption of an earlier turn does not touch the one that is said now', async () => {
  const first = voice.speak(() => {})
  first.write('One. ')
  first.end()
  await settle()
  const onCut = vi.fn()
  const second = voice.speak(onCut)
  second.write('Two. ')
  await settle()
  cutOff(ids()[0] ?? '')
  second.write('More. ')
  await settle()
  expect(onCut).not.toHaveBeenCalled()
  expect(written().at(-1)).toBe('More. ')
})

/** A turn that is begun after the interruption of another, which Anam has not heard of yet. */
async function afterLateInterruption(onCut: () => void) {
  const first = voice.speak(() => {})
  first.write('One. ')
  await settle()
  first.abort()
  const second = voice.speak(onCut)
  second.write('Two. ')
  second.write('Three.')
  second.end()
  await settle(400)
  return second
}

it('an interruption that comes too late, and strikes the next turn, costs none of its words', async () => {
  const onCut = vi.fn()
  await afterLateInterruption(onCut)
  const [first = '', second = ''] = ids()
  wire.length = 0
  cutOff(first)
  cutOff(second)
  await settle()
  expect(written()).toEqual(['Two. Three.', ''])
  expect(wire).toMatchObject([{ startOfSpeech: true }, { endOfSpeech: true }])
  expect(onCut).not.toHaveBeenCalled()
  // Once: whoever is interrupted again has been.
  cutOff(ids()[0] ?? '')
  expect(onCut).toHaveBeenCalledTimes(1)
})

it.each([
  ['the visitor', () => visitorSpeaks()],
  ['Anam, long after', () => vi.advanceTimersByTime(3_000)],
])('a turn that %s interrupts is interrupted, however late the one before was', async (_, act) => {
  const onCut = vi.fn()
  await afterLateInterruption(onCut)
  const [, second = ''] = ids()
  act()
  cutOff(second)
  expect(onCut).toHaveBeenCalledTimes(1)
})
