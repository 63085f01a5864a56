import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClientEvent } from './client-event'

const types = [
  'session.update',
  'input_audio_buffer.append',
  'input_audio_buffer.commit',
  'response.create',
  'conversation.item.create',
]

test('whatever a client sends is read or refused, and never throws', () => {
  const object = fc.record({ type: fc.constantFrom(...types), session: fc.jsonValue() })
  const frames = fc.oneof(
    fc.string(),
    fc.json(),
    object.map((value) => JSON.stringify(value)),
  )
  fc.assert(
    fc.property(frames, (frame) => {
      const reading = readClientEvent(frame)
      expect('event' in reading || reading.code).toBeTruthy()
    }),
  )
})

test('any sound is read as the bytes that it is', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const audio = Buffer.from(bytes).toString('base64')
      const reading = readClientEvent(JSON.stringify({ type: 'input_audio_buffer.append', audio }))
      expect(reading).toEqual({
        event: { type: 'input_audio_buffer.append', audio: Buffer.from(bytes) },
      })
    }),
  )
})
