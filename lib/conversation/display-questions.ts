import type { Asked } from './display'

/** Questions of the persona's tools: one at a time, the others wait behind it. */
export function createDisplayQuestions(show: (asked: Asked | undefined) => void) {
  const open: { asked: Asked; settle: (pick: number | undefined) => void }[] = []

  const remove = (id: number) => {
    const index = open.findIndex(({ asked }) => asked.id === id)
    const [removed] = index < 0 ? [] : open.splice(index, 1)
    if (removed && index === 0) show(open[0]?.asked)
    return removed
  }

  return {
    /** Resolves with the place of the pick; rejects, and is gone, when the signal is aborted. */
    open: (asked: Asked, signal: AbortSignal) =>
      new Promise<number | undefined>((resolve, reject) => {
        signal.throwIfAborted()
        const onAbort = () => {
          remove(asked.id)
          reject(signal.reason)
        }
        signal.addEventListener('abort', onAbort, { once: true })
        open.push({
          asked,
          settle(pick) {
            signal.removeEventListener('abort', onAbort)
            resolve(pick)
          },
        })
        if (open.length === 1) show(asked)
      }),
    answer: (id: number, pick: number | undefined) => remove(id)?.settle(pick),
  }
}
