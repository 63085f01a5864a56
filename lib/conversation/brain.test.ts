import { describe, expect, it, vi } from 'vitest'
import type { GrantedBrain } from './brain-grant'
import { noAnswer, noMoreAnswers, plainGreeting } from './brain-words'
import { limits } from './limits'
import { begin, phase, type Room, room, settle, stillTime, talking } from './testing/room'

stillTime()

const silent: GrantedBrain = { vendor: 'acme', greeting: { kind: 'none' } }
const talkingWith = (greeting: GrantedBrain['greeting'] = { kind: 'none' }) =>
  talking({ brain: { vendor: 'acme', greeting } })

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const speeches = ({ transport }: Room) => transport.last.speeches
const heard = (talk: Room) =>
  speeches(talk).map(({ sentences }) => sentences.map(({ text }) => text).join(''))
const states = (talk: Room) => speeches(talk).map(({ state }) => state)

/** The vendor tells what is heard of the persona, as it is heard. */
function aloud(talk: Room, text: string, more: { interrupted?: boolean; final?: boolean } = {}) {
  const { interrupted = false, final = true } = more
  const messageId = `persona::${talk.conversation.transcript.turns.get().length}`
  talk.transport.last.tell({
    type: 'words',
    role: 'persona',
    messageId,
    text,
    final,
    interrupted,
  })
}

async function spoken(talk: Room, text: string) {
  const { tell } = talk.transport.last
  tell({ type: 'visitor-speech', on: true })
  tell({ type: 'visitor-speech', on: false })
  const messageId = `user::${text}`
  tell({ type: 'words', role: 'user', messageId, text, final: true, interrupted: false })
  await settle()
}

async function typed(talk: Room, text: string) {
  talk.conversation.say(text)
  await settle()
}

describe('what the visitor says', () => {
  it('goes to the brain, typed or spoken, and never to the vendor of the face', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    expect(talk.brain.last.request).toEqual({
      personaId: 'mira',
      sessionId: 'session-1',
      messages: [{ role: 'user', content: 'Hello' }],
    })
    talk.brain.last.write('Hi.')
    talk.brain.last.done()
    await settle()
    aloud(talk, 'Hi.')
    await spoken(talk, 'How are you?')
    expect(talk.brain.last.told).toEqual(['user: Hello', 'assistant: Hi.', 'user: How are you?'])
    expect(talk.transport.last.said).toEqual([])
  })

  it('is asked with the session, the draft and the scene that the talk was begun with', async () => {
    const talk = room({ brain: silent })
    const invitation = {
      personaId: 'p',
      draft: true,
      context: 'sales',
      metadata: { deal: 1 },
    } as const
    talk.conversation.start({ invitation, video: Object.create(null), takeOver: true })
    await settle()
    await typed(talk, 'Hello')
    const { messages: _, ...about } = talk.brain.last.request
    expect(about).toEqual({ ...invitation, sessionId: 'session-1' })
  })
})

it('a turn in which nothing was understood is not answered, one that was told in parts is', async () => {
  const talk = await talkingWith()
  const words = (text: string, final: boolean) =>
    talk.transport.last.tell({
      type: 'words',
      role: 'user',
      messageId: 'user::1',
      text,
      final,
      interrupted: false,
    })
  words('', true)
  await settle()
  expect(talk.brain.replies).toEqual([])
  words('How are ', false)
  words('you?', false)
  words('', true)
  await settle()
  expect(talk.brain.last.told).toEqual(['user: How are you?'])
})

describe('an answer', () => {
  it('is spoken sentence by sentence, each as soon as it is complete', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Tell me')
    const begun = Date.now()
    for (const token of ['Good ', 'morn', 'ing', '. ', 'I am', ' **here**', '. ', 'Ask', ' me']) {
      talk.brain.last.write(token)
      await wait(100)
    }
    talk.brain.last.done()
    await settle()
    const [speech] = speeches(talk)
    expect(speech?.sentences.map(({ text, at }) => [text, at - begun])).toEqual([
      ['Good morning. ', 300],
      ['I am here. ', 600],
      ['Ask me', 900],
    ])
    expect(states(talk)).toEqual(['ended'])
  })

  it('that stops in the middle of a sentence is said as far as it is', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Tell me')
    talk.brain.last.write('Let me think about th')
    await wait(limits.thoughtPause + 1)
    expect(heard(talk)).toEqual(['Let me think about '])
    talk.brain.last.write('at. Yes.')
    talk.brain.last.done()
    await settle()
    expect(heard(talk)).toEqual(['Let me think about that. Yes.'])
  })

  it('is not what the model thinks before it', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.think('They greet me. I should greet them.')
    talk.brain.last.write('Hi.')
    talk.brain.last.done()
    await settle()
    expect(heard(talk)).toEqual(['Hi.'])
  })

  it('is in the transcript once, in the words that the vendor tells', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.write('Hi there. ')
    talk.brain.last.done()
    await settle()
    aloud(talk, 'Hi there. ')
    expect(talk.conversation.transcript.messages().map(({ content }) => content)).toEqual([
      'Hello',
      'Hi there.',
    ])
  })
})

describe('an interruption', () => {
  const answering = async () => {
    const talk = await talkingWith()
    await typed(talk, 'Tell me a story')
    talk.brain.last.write('Once upon a time. There ')
    await settle()
    return talk
  }

  it('by a press ends it at the brain and at the face', async () => {
    const talk = await answering()
    talk.conversation.interrupt()
    expect(talk.brain.open).toEqual([])
    expect(states(talk)).toEqual(['aborted'])
    expect(talk.transport.last.interrupted).toBe(1)
    talk.brain.last.write('was a king. ')
    await settle()
    expect(heard(talk)).toEqual(['Once upon a time. '])
  })

  it('by the visitor’s voice does so before a word is understood', async () => {
    const talk = await answering()
    talk.transport.last.tell({ type: 'visitor-speech', on: true })
    expect(talk.brain.open).toEqual([])
    expect(states(talk)).toEqual(['aborted'])
  })

  it('that the vendor tells of ends it at the brain', async () => {
    const talk = await answering()
    speeches(talk)[0]?.cut()
    expect(talk.brain.open).toEqual([])
    await wait(limits.thought * 2)
    expect(states(talk)).toEqual(['cut'])
  })

  it('by another question answers that one, and knows what was cut off', async () => {
    const talk = await answering()
    aloud(talk, 'Once upon', { interrupted: true })
    await typed(talk, 'A shorter one')
    expect(states(talk)).toEqual(['aborted'])
    expect(talk.brain.open).toHaveLength(1)
    expect(talk.brain.last.told).toEqual([
      'user: Tell me a story',
      'assistant: Once upon [interrupted]',
      'user: A shorter one',
    ])
    talk.brain.replies[0]?.write('was a king. ')
    talk.brain.last.write('The end.')
    talk.brain.last.done()
    await settle()
    expect(heard(talk)).toEqual(['Once upon a time. ', 'The end.'])
  })

  it('of what is all written, and still being said, is left to the vendor while the visitor speaks', async () => {
    const talk = await answering()
    talk.brain.last.done()
    await settle()
    talk.transport.last.tell({ type: 'visitor-speech', on: true })
    expect(states(talk)).toEqual(['ended'])
  })

  it('of what is all written by a press, or by typing, silences it', async () => {
    const talk = await answering()
    talk.brain.last.done()
    await settle()
    await typed(talk, 'Stop')
    expect(states(talk)).toEqual(['aborted'])
  })

  it('by a cough, before anything was answered, costs no answer', async () => {
    const talk = await talkingWith()
    await typed(talk, 'What time is it?')
    talk.transport.last.tell({ type: 'visitor-speech', on: true })
    talk.transport.last.tell({ type: 'visitor-speech', on: false })
    expect(talk.brain.open).toEqual([])
    await wait(limits.overheard + 10)
    expect(talk.brain.open).toHaveLength(1)
    expect(talk.brain.last.told).toEqual(['user: What time is it?'])
    await spoken(talk, 'In Rome.')
    await wait(limits.overheard * 2)
    expect(talk.brain.replies).toHaveLength(3)
    expect(talk.brain.last.told).toEqual(['user: What time is it?\nIn Rome.'])
  })
})

describe('several turns at once', () => {
  it('have one answer, to the last of them, which knows them all', async () => {
    const talk = await talkingWith()
    for (const words of ['One', 'Two', 'Three']) talk.conversation.say(words)
    await settle()
    expect(talk.brain.replies).toHaveLength(1)
    expect(talk.brain.last.told).toEqual(['user: One\nTwo\nThree'])
  })

  it('never put an old answer behind a new one', async () => {
    const talk = await talkingWith()
    await typed(talk, 'First')
    await typed(talk, 'Second')
    const [first, second] = talk.brain.replies
    second?.write('Two. ')
    first?.write('One. ')
    first?.done()
    second?.done()
    await settle()
    expect(heard(talk)).toEqual(['Two. '])
  })
})

describe('a brain without an answer', () => {
  it('is told in words, aloud and in the room, until it answers again', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.fail({ code: 'vendor_timeout', requestId: 'r-1' })
    await settle()
    expect(heard(talk)).toEqual([noAnswer])
    expect(states(talk)).toEqual(['ended'])
    expect(talk.conversation.brainFailure.get()).toEqual({
      code: 'vendor_timeout',
      requestId: 'r-1',
    })
    aloud(talk, noAnswer)
    await typed(talk, 'Again')
    // An apology of ours is no thought of the brain's.
    expect(talk.brain.last.told).toEqual(['user: Hello\nAgain'])
    talk.brain.last.write('Hi.')
    talk.brain.last.done()
    await settle()
    expect(talk.conversation.brainFailure.get()).toBeUndefined()
  })

  it('any more today says so', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.fail({ code: 'rate_limited', retryAfter: 60 })
    await settle()
    expect(heard(talk)).toEqual([noMoreAnswers])
  })

  it('because interrupted ones still end on the server is asked again', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.fail({ code: 'rate_limited', retryAfter: 5 })
    await wait(limits.crowded[0] + 10)
    expect(talk.brain.replies).toHaveLength(2)
    talk.brain.last.write('Hi.')
    talk.brain.last.done()
    await settle()
    expect(heard(talk)).toEqual(['Hi.'])
    await typed(talk, 'Again')
    for (const pause of [...limits.crowded, 0]) {
      talk.brain.last.fail({ code: 'rate_limited', retryAfter: 5 })
      await wait(pause + 10)
    }
    expect(heard(talk)).toEqual(['Hi.', noAnswer])
  })

  it('in the middle of one ends what was begun first', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.write('I think that')
    talk.brain.last.fail({ code: 'vendor_error' })
    await settle()
    expect(speeches(talk)[0]?.sentences.map(({ text }) => text)).toEqual(['I think that', noAnswer])
  })

  it.each([
    ['nothing at all', () => {}],
    ['only what was withheld', (talk: Room) => talk.brain.last.done('filtered')],
    [
      'only a picture',
      (talk: Room) => {
        talk.brain.last.write('🎉')
        talk.brain.last.done()
      },
    ],
  ])('but %s', async (_, act) => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    act(talk)
    await wait(limits.thoughtPause + limits.thought + 10)
    expect(heard(talk)).toEqual([noAnswer])
    expect(talk.brain.open).toEqual([])
  })

  it('is not told when the visitor goes on anyway', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.fail({ code: 'vendor_error' })
    talk.conversation.say('Never mind')
    await settle()
    expect(heard(talk)).toEqual([])
    expect(talk.conversation.brainFailure.get()).toBeUndefined()
  })
})

describe('the greeting', () => {
  it('is said once, when the persona is seen', async () => {
    const talk = room({
      silent: true,
      brain: { vendor: 'acme', greeting: { kind: 'said', text: 'Ciao!' } },
    })
    begin(talk)
    await settle()
    const { tell } = talk.transport.last
    tell({ type: 'ready', vendorSessionId: 'v' })
    await settle()
    expect(speeches(talk)).toEqual([])
    tell({ type: 'first-frame' })
    await settle()
    expect(phase(talk)).toBe('live')
    expect(heard(talk)).toEqual(['Ciao!'])
    expect(states(talk)).toEqual(['ended'])
    expect(talk.brain.replies).toEqual([])
    aloud(talk, 'Ciao!')
    await typed(talk, 'Hello')
    expect(talk.brain.last.told).toEqual([
      expect.stringMatching(/^user: \(I have just come in/),
      'assistant: Ciao!',
      'user: Hello',
    ])
  })

  it('is made up by the brain where nobody wrote one', async () => {
    const talk = await talkingWith({ kind: 'improvised' })
    expect(talk.brain.last.told).toEqual([expect.stringMatching(/Greet me/)])
    talk.brain.last.write('Oh, hello.')
    talk.brain.last.done()
    await settle()
    expect(heard(talk)).toEqual(['Oh, hello.'])
  })

  it('is a plain one when the brain makes none up', async () => {
    const talk = await talkingWith({ kind: 'improvised' })
    talk.brain.last.fail({ code: 'vendor_error' })
    await settle()
    expect(heard(talk)).toEqual([plainGreeting])
  })

  it('is left out for a visitor who has begun with a line of their own', async () => {
    const talk = room({ brain: { vendor: 'acme', greeting: { kind: 'said', text: 'Ciao!' } } })
    const opening = 'Order a coffee with me'
    talk.conversation.start({
      invitation: { personaId: 'mira' },
      video: Object.create(null),
      opening,
    })
    await settle()
    expect(heard(talk)).toEqual([])
    expect(talk.brain.last.told).toEqual([`user: ${opening}`])
  })
})

describe('a lost connection', () => {
  const lose = ({ transport }: Room) =>
    transport.last.tell({ type: 'closed', reason: 'connection_lost' })

  it('keeps the conversation, and asks again what was not answered', async () => {
    const talk = await talkingWith()
    await typed(talk, 'Hello')
    talk.brain.last.write('Hi. ')
    talk.brain.last.done()
    await settle()
    aloud(talk, 'Hi. ')
    await typed(talk, 'How are you?')
    lose(talk)
    expect(talk.brain.open.filter((reply) => reply !== talk.brain.replies[0])).toEqual([])
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', sessionId: 'session-2' })
    await settle()
    expect(talk.brain.last.request.sessionId).toBe('session-2')
    expect(talk.brain.last.told).toEqual(['user: Hello', 'assistant: Hi.', 'user: How are you?'])
    talk.brain.last.write('Well.')
    talk.brain.last.done()
    await settle()
    expect(talk.transport.sessions[1]?.speeches[0]?.sentences).toMatchObject([{ text: 'Well.' }])
    // It needs no summary: it gets the conversation itself.
    expect(talk.transport.last.context).toEqual([])
  })
})

describe('the end', () => {
  it.each([
    ['pressed', (talk: Room) => talk.conversation.end()],
    [
      'by the vendor',
      (talk: Room) => talk.transport.last.tell({ type: 'closed', reason: 'server_ended' }),
    ],
    ['of the time', () => wait(5_000)],
  ])('%s stops the brain', async (_, end) => {
    const talk = await talking({ brain: silent, maxSessionSeconds: 5 })
    await typed(talk, 'Hello')
    talk.brain.last.write('Hi ')
    await end(talk)
    await settle()
    expect(phase(talk)).toBe('ended')
    expect(talk.brain.open).toEqual([])
    await wait(limits.thought * 2)
    expect(heard(talk).join('')).not.toContain(noAnswer)
  })
})

describe('a persona without a brain', () => {
  it('is talked to as ever', async () => {
    const talk = await talking()
    await typed(talk, 'Hello')
    expect(talk.transport.last.said).toEqual(['Hello'])
    expect(talk.brain.replies).toEqual([])
    expect(speeches(talk)).toEqual([])
  })
})
