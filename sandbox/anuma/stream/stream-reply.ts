import { Wire } from '@/sandbox/chat/wire'
import type { ChatRequest } from '../api/chat-request'
import type { Call } from '../api/http'
import type { Fault } from '../faults/fault'
import type { Entry } from '../journal'
import type { Parts } from '../parts'
import type { Reply } from '../reply'
import { mishap } from './mishap'
import { nativeFrames } from './native-frames'
import { openaiFrames } from './openai-frames'

export interface Sending {
  call: Call
  chat: ChatRequest
  entry: Entry
  parts: Parts
  reply: Reply
  fault: Fault | undefined
}

/** Streams a reply at the pace of the stand-in, until its end or until the client has left. */
export async function streamReply({ call, chat, entry, parts, reply, fault }: Sending) {
  const { response } = call
  const { pace, journal } = parts
  const frames = chat.format === 'openai' ? openaiFrames(reply) : nativeFrames(reply, chat.route)
  const wire = new Wire(response, fault?.event === 'split-utf8' ? 1 : undefined)
  const over = journal.opened()
  response.once('close', over)
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  })
  await wire.comment('connected')
  entry.firstByteAt = parts.now()

  const pieces = [
    ...frames.opening,
    ...(reply.reasoning.length > 0 ? frames.beforeThoughts : []),
    ...reply.reasoning.map(frames.thought),
    ...(reply.reasoning.length > 0 ? frames.afterThoughts : []),
    ...reply.text.map(frames.delta),
  ]
  const beforeWords = pieces.length - reply.text.length
  const strikesAt = fault?.event ? beforeWords + (fault.afterChunks ?? 3) : -1
  const strike = () => mishap({ wire, frames, entry, fault })

  // What is waited for is the plan, so that waits that are too long do not add up.
  const start = performance.now() + pace.firstMs
  for (const [index, piece] of pieces.entries()) {
    if (index === strikesAt && (await strike()) === 'over') return
    const due = pace.wordsPerSecond > 0 ? start + (index * 1_000) / pace.wordsPerSecond : start
    await wire.wait(due - performance.now())
    if (wire.isGone) return
    await wire.frame(piece)
    entry.frames++
    if (index % 40 === 39) await wire.comment('keep-alive')
  }
  // A short answer meets its fault all the same.
  if (strikesAt >= pieces.length && (await strike()) === 'over') return
  for (const frame of frames.closing) await wire.frame(frame)
  await wire.frame('[DONE]')
  response.end()
}
