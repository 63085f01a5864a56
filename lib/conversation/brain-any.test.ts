import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { noAnswer } from './brain-words'
import { type Room, settle, stillTime, talking } from './testing/room'

stillTime()

const steps = [
  'type',
  'speak',
  'cough',
  'hear',
  'interrupt',
  'cut',
  'lose',
  'write',
  'finish',
  'fail',
  'late words of an old reply',
  'wait',
] as const
type Step = (typeof steps)[number]

let count = 0

function act(step: Step, { conversation, transport, brain }: Room) {
  const { tell } = transport.last
  const reply = brain.replies.at(-1)
  switch (step) {
    case 'type':
      return void conversation.say(`Question ${++count}?`)
    case 'speak': {
      const text = `Spoken ${++count}?`
      const words = { messageId: `user::${count}`, role: 'user', final: true } as const
      return tell({ type: 'words', ...words, text, interrupted: false })
    }
    case 'cough':
      tell({ type: 'visitor-speech', on: true })
      return tell({ type: 'visitor-speech', on: false })
    case 'hear': {
      const words = { messageId: `persona::${++count}`, role: 'persona', final: true } as const
      return tell({ type: 'words', ...words, text: 'Heard.', interrupted: count % 2 === 0 })
    }
    case 'interrupt':
      return conversation.interrupt()
    case 'cut':
      return transport.last.speeches.findLast(({ state }) => state === 'open')?.cut()
    case 'lose':
      return tell({ type: 'closed', reason: 'connection_lost' })
    case 'write':
      return reply?.write(`Answer ${++count}. And`)
    case 'finish':
      return reply?.done()
    case 'fail':
      return reply?.fail({ code: 'vendor_error' })
    case 'late words of an old reply':
      return brain.replies.at(-2)?.write('Too late. ')
    case 'wait':
      return
  }
}

it('whatever happens in whatever order, one answer at most is under way, and none after the end', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...steps), fc.constantFrom(0, 0, 10, 400, 3_000)), {
        maxLength: 40,
      }),
      async (story) => {
        const talk = await talking({ brain: { vendor: 'acme', greeting: { kind: 'none' } } })
        let failed = false
        for (const [step, ms] of story) {
          // A reply without a word is none, either.
          failed ||= step === 'fail' || step === 'finish' || ms === 3_000
          act(step, talk)
          await vi.advanceTimersByTimeAsync(ms)
          expect(talk.brain.open.filter(({ isOver }) => !isOver).length).toBeLessThanOrEqual(1)
          for (const { speeches } of talk.transport.sessions) {
            expect(speeches.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1)
          }
        }
        for (const { speeches } of talk.transport.sessions) {
          const said = speeches.flatMap(({ sentences }) => sentences.map(({ text }) => text))
          expect(said).not.toContain('Too late. ')
          if (!failed) expect(said.filter((text) => text === noAnswer)).toEqual([])
        }
        talk.conversation.end()
        await settle()
        expect(talk.brain.open.filter(({ isOver }) => !isOver)).toEqual([])
        const before = talk.brain.replies.length
        await vi.advanceTimersByTimeAsync(60_000)
        expect(talk.brain.replies).toHaveLength(before)
        expect(talk.transport.open).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
}, 60_000)
