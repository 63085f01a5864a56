import type { ServerResponse } from 'node:http'
import { Wire } from '@/sandbox/chat/wire'
import type { ChatBody } from '../api/chat-body'
import type { Fault } from '../faults/fault'
import type { Entry } from '../journal'
import type { Parts } from '../parts'
import type { Reply } from '../reply'
import { chunksOf } from './chunks'
import { mishap } from './mishap'

export interface Sending {
  response: ServerResponse
  body: ChatBody
  entry: Entry
  parts: Parts
  reply: Reply
  fault: Fault | undefined
}

/** Streams a reply at the pace of the stand-in, until its end or until the client has left. */
export async function streamReply({ response, entry, parts, reply, fault }: Sending) {
  const { settings, journal, now } = parts
  const chunks = chunksOf(reply, settings)
  const wire = new Wire(response, fault?.event === 'split-utf8' ? 1 : undefined)
  response.once('close', journal.opened())
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  })
  response.flushHeaders()
  entry.firstByteAt = now()

  const { opening, thoughts, words, closing } = chunks
  const pieces = [...opening, ...thoughts, ...words]
  const strikesAt = fault?.event
    ? opening.length + thoughts.length + (fault.afterChunks ?? 3)
    : Number.NaN
  const strike = () => mishap({ wire, chunks, entry, fault })

  // What is waited for is the plan, so that waits that are too long do not add up.
  const { firstMs, wordsPerSecond } = settings
  const start = performance.now() + firstMs
  for (const [index, piece] of pieces.entries()) {
    if (index === strikesAt && (await strike()) === 'over') return
    const due = wordsPerSecond > 0 ? start + (index * 1_000) / wordsPerSecond : start
    await wire.wait(due - performance.now())
    if (wire.isGone) return
    await wire.frame(piece)
    entry.frames++
  }
  // A short answer meets its fault all the same.
  if (strikesAt >= pieces.length && (await strike()) === 'over') return
  for (const frame of closing) await wire.frame(frame)
  await wire.frame('[DONE]')
  response.end()
}
