import { ConversationError } from '@/lib/conversation/failure'

/** Milliseconds until the first byte of an answer: more than our server gives a vendor. */
const patienceMs = 60_000

/**
 * Sends a request for a reply and waits for the answer's head. Aborting the signal ends it at any
 * time, its body too, and throws the signal's reason. Throws `ConversationError` `vendor_timeout`,
 * or `offline` where nothing came at all.
 */
export function answerInTime(
  send: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
  ms = patienceMs,
): Promise<Response> {
  const given = new AbortController()
  const leave = () => given.abort(signal.reason)
  return new Promise<Response>((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', leave, { once: true })
    const timer = setTimeout(
      () => given.abort(new ConversationError({ code: 'vendor_timeout' })),
      ms,
    )
    // Not every wait that is part of sending hears the signal, such as the renewal of an identity.
    given.signal.addEventListener('abort', () => reject(given.signal.reason), { once: true })
    send(given.signal)
      .then(resolve, (cause: unknown) => {
        const isTold = cause instanceof ConversationError
        reject(isTold ? cause : new ConversationError({ code: 'offline' }, { cause }))
      })
      .finally(() => clearTimeout(timer))
  })
}
