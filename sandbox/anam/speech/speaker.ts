import { splitSentences } from './sentences'
import { type Phoneme, SAMPLE_RATE, type Speech } from './speech'

const BLOCK = SAMPLE_RATE / 100
/** Sentences that are synthesised before their turn: what is interrupted costs no more than these. */
const AHEAD = 3

/** One turn of the persona: a message of the transcript, spoken sentence by sentence. */
export interface Utterance {
  readonly messageId: string
  readonly correlationId: string
  /** Set when the words come from a talk stream of the page. */
  readonly talkStreamId?: string
  readonly interruptible: boolean
  /** What has been said aloud so far. */
  said: string
  chunks: number
  seconds: number
}

interface Sentence {
  text: string
  isAsked: boolean
  /** Undefined until synthesised. */
  speech: Speech | undefined
}

interface Line {
  utterance: Utterance
  /** In the order in which they are to be spoken. */
  sentences: Sentence[]
  complete: boolean
}

export interface SpeakerEvents {
  /** A word begins to be heard. */
  word(utterance: Utterance, text: string): void
  ended(utterance: Utterance, interrupted: boolean): void
}

/** Where the voice is inside the sentence that is being spoken. */
export interface SpeechPosition {
  phonemes: readonly Phoneme[]
  seconds: number
}

/** The persona's voice: a queue of utterances, read out 10 ms at a time. */
export class Speaker {
  #lines: Line[] = []
  #current: Speech | undefined
  #sample = 0
  #nextWord = 0

  constructor(
    private readonly synthesise: (sentence: string) => Promise<Speech>,
    private readonly events: SpeakerEvents,
  ) {}

  get isSpeaking(): boolean {
    return this.#lines.length > 0
  }

  get position(): SpeechPosition | null {
    const phonemes = this.#current?.phonemes
    return phonemes ? { phonemes, seconds: this.#sample / SAMPLE_RATE } : null
  }

  /** Puts an utterance at the end of the queue; its words come with `add`. */
  begin(utterance: Utterance) {
    this.#lines.push({ utterance, sentences: [], complete: false })
  }

  add(utterance: Utterance, text: string) {
    const line = this.#line(utterance)
    if (!line) return
    for (const sentence of splitSentences(text)) {
      line.sentences.push({ text: sentence, isAsked: false, speech: undefined })
    }
    this.#prepare()
  }

  /** No more words will come for this utterance. */
  complete(utterance: Utterance) {
    const line = this.#line(utterance)
    if (line) line.complete = true
  }

  /** Falls silent at once, and drops what was queued. What may not be interrupted goes on. */
  interrupt(): boolean {
    const [first] = this.#lines
    if (!first?.utterance.interruptible) return false
    this.close()
    return true
  }

  /** Ends whatever is being said, interruptible or not. */
  close() {
    const dropped = this.#lines
    this.#lines = []
    this.#stopSentence()
    for (const { utterance } of dropped) this.events.ended(utterance, true)
  }

  /** The next 10 ms of sound; silence when there is nothing to say. */
  next(): Int16Array {
    const block = new Int16Array(BLOCK)
    const [line] = this.#lines
    if (!line) return block
    if (!this.#current) {
      this.#current = line.sentences[0]?.speech
      if (!this.#current) {
        if (line.complete && line.sentences.length === 0) this.#endLine(line)
        return block
      }
    }
    const { samples, words } = this.#current
    const { utterance } = line
    for (let word = words[this.#nextWord]; word; word = words[this.#nextWord]) {
      if (word.startSeconds * SAMPLE_RATE > this.#sample && this.#sample + BLOCK < samples.length) {
        break
      }
      this.#nextWord++
      utterance.said += word.text
      this.events.word(utterance, word.text)
    }
    block.set(samples.subarray(this.#sample, this.#sample + BLOCK))
    this.#sample += BLOCK
    utterance.seconds += BLOCK / SAMPLE_RATE
    if (this.#sample >= samples.length) {
      line.sentences.shift()
      this.#stopSentence()
      this.#prepare()
      if (line.complete && line.sentences.length === 0) this.#endLine(line)
    }
    return block
  }

  #prepare() {
    const next = this.#lines.flatMap(({ sentences }) => sentences).slice(0, AHEAD)
    for (const sentence of next) if (!sentence.isAsked) this.#ask(sentence)
  }

  #ask(sentence: Sentence) {
    const { text } = sentence
    sentence.isAsked = true
    this.synthesise(text).then(
      (speech) => {
        sentence.speech = speech
      },
      // What cannot be spoken is still said in the transcript.
      () => {
        const words = [{ text, startSeconds: 0 }]
        sentence.speech = { samples: new Int16Array(BLOCK), phonemes: [], words }
      },
    )
  }

  #endLine(line: Line) {
    this.#lines = this.#lines.filter((other) => other !== line)
    this.events.ended(line.utterance, false)
  }

  #stopSentence() {
    this.#current = undefined
    this.#sample = 0
    this.#nextWord = 0
  }

  #line(utterance: Utterance) {
    return this.#lines.find((line) => line.utterance === utterance)
  }
}
