import { SAMPLE_RATE, synthesise } from '../speech/synthesise'
import { wordsOf } from '../speech/words'
import type { Voice } from '../token/session-settings'

const CHUNK_BYTES = SAMPLE_RATE / 5

/** A piece of a reply, in the order in which it is sent: words come with the sound of them. */
export type Piece = { words: string } | { sound: Buffer }

/** Sizes of chunks that never end where a sample does. */
const ODD = [CHUNK_BYTES - 1, 1_001, 3, CHUNK_BYTES + 7]

/** A text as words and chunks of 100 ms of PCM16; `odd` cuts samples in two, as a fault. */
export function* soundFrames(text: string, voice: Voice, odd = false): Generator<Piece> {
  let waiting: Buffer = Buffer.alloc(0)
  let sent = 0
  const size = () => (odd ? (ODD[sent % ODD.length] ?? CHUNK_BYTES) : CHUNK_BYTES)
  for (const word of wordsOf(text)) {
    yield { words: word.text }
    const { buffer, byteOffset, byteLength } = synthesise(word, voice)
    waiting = Buffer.concat([waiting, Buffer.from(buffer, byteOffset, byteLength)])
    for (let next = size(); waiting.length >= next; next = size()) {
      yield { sound: waiting.subarray(0, next) }
      waiting = waiting.subarray(next)
      sent++
    }
  }
  if (waiting.length > 0) yield { sound: waiting }
}
