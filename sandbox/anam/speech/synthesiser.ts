import { Worker } from 'node:worker_threads'
import { splitSentences } from './sentences'
import type { Speech } from './speech'
import type { WorkerAnswer, WorkerRequest } from './worker-messages'

export interface Voice {
  /** Name of the voice inside Flite. */
  flite: string
  /** 1 is the voice's own pace, above is slower. */
  stretch: number
  /** 1 is the voice's own, above is higher. */
  pitch?: number
}

interface Waiting {
  resolve(speech: Speech): void
  reject(error: Error): void
}

const REMEMBERED = 64

/** Turns sentences into speech in a thread of its own, so that frames keep coming meanwhile. */
export class Synthesiser {
  #worker: Worker | undefined
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()
  readonly #remembered = new Map<string, Promise<Speech>>()

  /** Speaks `text`; the same sentence in the same voice is synthesised once. Rejects when Flite cannot. */
  speak(text: string, voice: Voice): Promise<Speech> {
    const key = `${voice.flite} ${voice.stretch} ${voice.pitch} ${text}`
    const known = this.#remembered.get(key)
    if (known) return known
    const speech = this.#ask(text, voice)
    this.#remembered.set(key, speech)
    speech.catch(() => this.#remembered.delete(key))
    const [oldest] = this.#remembered.keys()
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest)
    return speech
  }

  /** Synthesises ahead what will be said first. */
  prepare(text: string, voice: Voice) {
    for (const sentence of splitSentences(text).slice(0, 3)) {
      this.speak(sentence, voice).catch(() => {})
    }
  }

  /** Loads the program, so that the first visitor does not wait for it. */
  warm() {
    this.prepare('Hello.', { flite: 'slt', stretch: 1 })
  }

  async close() {
    const worker = this.#worker
    this.#worker = undefined
    this.#fail(new Error('The speech synthesiser was closed.'))
    await worker?.terminate()
  }

  #ask(text: string, voice: Voice): Promise<Speech> {
    this.#worker ??= this.#start()
    const id = ++this.#lastId
    const { flite, stretch, pitch = 1 } = voice
    const request: WorkerRequest = { id, text, voice: flite, stretch, pitch }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker?.postMessage(request)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./tts-thread.mjs', import.meta.url), { execArgv: [] })
    worker.unref()
    worker.on('message', (answer: WorkerAnswer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('speech' in answer) waiting?.resolve(answer.speech)
      else waiting?.reject(new Error(answer.error))
    })
    worker.on('error', (error) => {
      this.#worker = undefined
      this.#fail(error instanceof Error ? error : new Error(String(error)))
    })
    return worker
  }

  #fail(error: Error) {
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
