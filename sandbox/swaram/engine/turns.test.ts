import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'

let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest()
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

test('whoever asks for a reply first is greeted in Malayalam, with sound', async () => {
  const client = await swaram.connect()
  client.send({ type: 'response.create' })
  await client.next('response.done')
  expect(client.types[0]).toBe('session.created')
  expect(client.text).toMatch(/^നമസ്കാരം! /)
  expect(client.heard.length / 2 / 24_000).toBeGreaterThan(2)
  expect(client.errors).toEqual([])
})

test('a turn is heard, written down and answered, in the documented order', async () => {
  const client = await swaram.connect()
  client.speak(2_000)
  await client.next('response.done')
  expect(client.types.filter((type, index, all) => type !== all[index - 1]).slice(0, 8)).toEqual([
    'session.created',
    'input_audio_buffer.speech_started',
    'input_audio_buffer.speech_stopped',
    'conversation.item.created',
    'conversation.item.input_audio_transcription.completed',
    'response.created',
    'response.output_audio_transcript.delta',
    'response.output_audio.delta',
  ])
  const [written] = client.of('conversation.item.input_audio_transcription.completed')
  expect(written).toMatchObject({ transcript: '(രണ്ട് സെക്കൻഡ് സംസാരം)' })
  expect(client.text).toContain('രണ്ട് സെക്കൻഡ്')
})
