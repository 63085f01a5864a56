export interface ChoiceOutcome<Value> {
  /** Whether nothing was chosen since. */
  isLast: boolean
  /** What is kept now. */
  kept: Value
  /** Why this choice could not be kept. */
  failure?: unknown
}

/**
 * Writes choices one after the other, so that the one made last is the one that is kept, however
 * long each takes. Of those that wait for their turn only the last is written. Never rejects.
 */
export function lastChoice<Value>(initial: Value, write: (value: Value) => Promise<void>) {
  let kept = initial
  let newest = 0
  let line: Promise<unknown> = Promise.resolve()
  return (value: Value): Promise<ChoiceOutcome<Value>> => {
    newest += 1
    const mine = newest
    const turn = line.then(async () => {
      if (mine !== newest) return { isLast: false, kept }
      try {
        await write(value)
        kept = value
        return { isLast: mine === newest, kept }
      } catch (failure) {
        return { isLast: mine === newest, kept, failure }
      }
    })
    line = turn
    return turn
  }
}
