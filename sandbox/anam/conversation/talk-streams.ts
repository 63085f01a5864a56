import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Speaker, Utterance } from '../speech/speaker'
import { newUtterance } from './new-utterance'

/** Payload of the signalling message `talkstream` (anam.md 1.4). */
export const talkChunk = z.object({
  content: z.string(),
  startOfSpeech: z.boolean(),
  endOfSpeech: z.boolean(),
  correlationId: z.string().min(1),
  // Only Cara 4 takes notice of it; the engine replaces what is not a lowercase UUID v4.
  utteranceId: z.string().optional(),
})

/** How many characters of a text belong to sentences that are over. */
const wholeSentences = (text: string) =>
  /^[\s\S]*(?:[.!?…؟۔।]\s|[。！？])/.exec(text)?.[0].length ?? 0

interface Stream {
  utterance: Utterance
  /** What has come after the last end of a sentence. */
  rest: string
}

/** Words that the page streams in for the persona to say, spoken sentence by sentence. */
export class TalkStreams {
  readonly #open = new Map<string, Stream>()

  constructor(private readonly speaker: Speaker) {}

  take({ content, startOfSpeech, endOfSpeech, correlationId }: z.infer<typeof talkChunk>) {
    const open = this.#open.get(correlationId)
    // What comes late for a stream that was interrupted begins no new one.
    if (!open && !startOfSpeech) return
    const stream = open ?? this.#begin(correlationId)
    stream.rest += content
    const end = endOfSpeech ? stream.rest.length : wholeSentences(stream.rest)
    if (end > 0) this.speaker.add(stream.utterance, stream.rest.slice(0, end))
    stream.rest = stream.rest.slice(end)
    if (!endOfSpeech) return
    this.speaker.complete(stream.utterance)
    this.#open.delete(correlationId)
  }

  /** Forgets an interrupted stream. */
  drop(correlationId: string) {
    this.#open.delete(correlationId)
  }

  #begin(correlationId: string): Stream {
    const utterance = newUtterance({ correlationId: randomUUID(), talkStreamId: correlationId })
    const stream = { utterance, rest: '' }
    this.#open.set(correlationId, stream)
    this.speaker.begin(utterance)
    return stream
  }
}
