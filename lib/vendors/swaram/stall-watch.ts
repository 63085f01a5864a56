/** How often it is looked, in ms. */
const everyMs = 500
/** Of sound, in bytes of what is sent: a second of it that waits means that the network has stopped. */
const backlog = 64 * 1024
const backlogMs = 2_000
/** Within a reply something comes all the time; before it a language model thinks. */
const replyMs = 5_000
const answerMs = 15_000

interface Watched {
  /** Bytes that wait to be sent. */
  waiting: () => number
  /** What is owed by the other end. */
  due: () => 'reply' | 'answer' | undefined
  /** Milliseconds of `performance.now()` when something came last. */
  lastFrame: () => number
  tell: (isStalled: boolean) => void
}

/** Tells whether a line that is still open carries nothing any more. The returned function stops it. */
export function watchStall({ waiting, due, lastFrame, tell }: Watched): () => void {
  let movedAt = performance.now()
  let isStalled = false

  function look() {
    const now = performance.now()
    if (waiting() < backlog) movedAt = now
    const owed = due()
    const patience = owed === 'reply' ? replyMs : answerMs
    const isOverdue = owed !== undefined && now - lastFrame() > patience
    const wasStalled = isStalled
    isStalled = isOverdue || now - movedAt > backlogMs
    if (isStalled !== wasStalled) tell(isStalled)
  }

  const timer = setInterval(look, everyMs)
  return () => clearInterval(timer)
}
