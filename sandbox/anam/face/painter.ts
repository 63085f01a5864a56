import { Worker } from 'node:worker_threads'
import type { PaintAnswer, PaintRequest } from './painter-messages'

type Drawn = Exclude<PaintAnswer, { kind: 'failed' }>

interface Job {
  request: PaintRequest
  resolve: (answer: Drawn) => void
  reject: (error: Error) => void
}

/** The newest frames are wanted now, by a mouth that speaks; `soon` fills up what will be wanted. */
export type Urgency = 'now' | 'soon'

/** How many jobs the thread has at once: one it draws, one so that it never waits. */
const IN_FLIGHT = 2

/** The thread that draws, with a queue in front of it that can be reordered. */
export class Painter {
  readonly #worker: Worker
  readonly #queues: Record<Urgency, Job[]> = { now: [], soon: [] }
  readonly #running = new Map<number, Job>()
  #lastId = 0
  #over: Error | undefined

  constructor() {
    this.#worker = new Worker(new URL('./painter-entry.mjs', import.meta.url), { execArgv: [] })
    this.#worker.on('message', (answer: PaintAnswer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('The drawing thread has ended')))
  }

  /** Draws one picture. Rejects when drawing failed or the painter was closed. */
  paint(request: Omit<PaintRequest, 'id'>, urgency: Urgency): Promise<Drawn> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      this.#lastId += 1
      this.#queues[urgency].push({ request: { ...request, id: this.#lastId }, resolve, reject })
      this.#next()
    })
  }

  async close() {
    this.#fail(new Error('The studio is closed'))
    await this.#worker.terminate()
  }

  #next() {
    while (this.#running.size < IN_FLIGHT) {
      // The newest wish first: an older mouth has been spoken already.
      const job = this.#queues.now.pop() ?? this.#queues.soon.shift()
      if (!job) break
      this.#running.set(job.request.id, job)
      this.#worker.postMessage(job.request)
    }
    // A studio that draws nothing does not keep its process alive.
    if (this.#running.size > 0) this.#worker.ref()
    else this.#worker.unref()
  }

  #settle(answer: PaintAnswer) {
    const job = this.#running.get(answer.id)
    this.#running.delete(answer.id)
    if (answer.kind === 'failed') job?.reject(new Error(`Drawing failed: ${answer.reason}`))
    else job?.resolve(answer)
    this.#next()
  }

  #fail(error: Error) {
    this.#over ??= error
    const jobs = [...this.#running.values(), ...this.#queues.now, ...this.#queues.soon]
    this.#running.clear()
    this.#queues.now = []
    this.#queues.soon = []
    for (const job of jobs) job.reject(this.#over)
  }
}
