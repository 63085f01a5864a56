import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { TransportEvent } from '@/lib/conversation/transport'
import { swaramUnderTest } from '@/sandbox/swaram/testing/swaram-under-test'
import { tone } from '@/sandbox/swaram/testing/voice-client'
import { openLine } from './socket'
import { createTalk } from './talk'
import { heardPlayback } from './testing/heard'

vi.stubGlobal('WebSocket', WebSocket)
const swaram = await swaramUnderTest()
const url = `${swaram.url.replace('http', 'ws')}/v1/realtime?model=mal-realtime-simple`
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

const sendable = { instructions: 'x', voice: 'mal-female', tool_choice: 'none', tools: [] }

/** Says something, and hears the answer to its end. */
async function talkOnce() {
  const told: TransportEvent[] = []
  const playback = heardPlayback()
  const talk = createTalk({
    playback,
    tell: (event) => told.push(event),
    send: (event) => line.send(event),
    callTool: async () => '',
    onReply: () => {},
    onQuiet: () => {},
  })
  let samples = 0
  const line = await openLine(
    { url, value: await swaram.mint(sendable) },
    {
      onEvent(event) {
        talk.hear(event)
        samples += playback.queued()
        playback.hear()
      },
      onFrame: () => {},
      onClose: () => {},
    },
    new AbortController().signal,
  )
  for (const loudness of [0.3, 0]) {
    for (let piece = 0; piece < 10; piece += 1) {
      line.sendSound(tone(100, loudness).toString('base64'))
    }
  }
  const words = () => told.flatMap((event) => (event.type === 'words' ? [event] : []))
  const isAnswered = () => words().some(({ role, final }) => role === 'persona' && final)
  await expect.poll(isAnswered, { timeout: 20_000 }).toBe(true)
  await line.close()
  return {
    samples,
    due: talk.due(),
    speech: told.flatMap((event) => (event.type === 'visitor-speech' ? [event.on] : [])),
    said: words().map(({ role, text, final, interrupted }) => ({ role, text, final, interrupted })),
    ids: new Set(words().map(({ messageId }) => messageId)).size,
  }
}

test('a talk is the same in every dialect that Swaram may speak', { timeout: 60_000 }, async () => {
  const documented = await talkOnce()
  expect(documented.speech).toEqual([true, false])
  expect(documented.said[0]).toMatchObject({ role: 'user', final: true })
  expect(documented.said.at(-1)).toMatchObject({ role: 'persona', final: true, text: '' })
  expect(documented.ids).toBe(2)
  expect(documented.due).toBeUndefined()
  expect(documented.samples).toBeGreaterThan(24_000)
  for (const dialect of ['openai', 'bare']) {
    await swaram.fault({ kind: 'dialect', dialect })
    expect(await talkOnce()).toEqual(documented)
  }
})
