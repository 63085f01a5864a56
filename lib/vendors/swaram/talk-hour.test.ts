import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { encode } from './pcm'
import { readEvent } from './realtime-events'
import { createTalk } from './talk'
import { heardPlayback } from './testing/heard'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function heap(): number {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

const tenth = encode(new Int16Array(2_400).fill(500))

test('an hour of talk, at speed, leaves nothing behind', { timeout: 60_000 }, () => {
  const playback = heardPlayback()
  let told = 0
  const talk = createTalk({
    playback,
    tell: () => {
      told += 1
    },
    send: () => {},
    callTool: async () => '',
    onReply: () => {},
    onQuiet: () => {},
  })
  const come = (frame: object) => {
    const event = readEvent(JSON.stringify(frame))
    if (event) talk.hear(event)
  }
  let turns = 0

  /** Ten minutes: turns of five seconds on either side, every third one cut off. */
  function tenMinutes() {
    for (let turn = 0; turn < 60; turn += 1) {
      turns += 1
      const id = `r-${turns}`
      come({ type: 'input_audio_buffer.speech_started' })
      come({ type: 'input_audio_buffer.speech_stopped' })
      come({
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: `i-${turns}`,
        transcript: `Turn ${turns}`,
      })
      come({ type: 'response.created', response: { id } })
      for (let piece = 0; piece < 50; piece += 1) {
        come({ type: 'response.output_audio_transcript.delta', response_id: id, delta: 'word ' })
        come({ type: 'response.output_audio.delta', response_id: id, delta: tenth })
        if (turn % 3 > 0 || piece < 20) playback.hear(2_400)
      }
      if (turn % 3 > 0) come({ type: 'response.done', response: { id } })
    }
  }

  tenMinutes()
  const before = heap()
  for (let round = 0; round < 5; round += 1) tenMinutes()
  expect(heap() - before).toBeLessThan(0.5)
  come({ type: 'input_audio_buffer.speech_started' })
  expect(playback.queued()).toBe(0)
  expect(talk.due()).toBeUndefined()
  expect(told).toBeGreaterThan(10_000)
})
