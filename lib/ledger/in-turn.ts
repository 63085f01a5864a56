import 'server-only'

const tails = new Map<string, Promise<unknown>>()

/**
 * Runs `act` once all earlier ones of the same name in this process are done. One person's burst
 * then waits here, with one connection of the pool instead of all of them.
 */
export function inTurn<Value>(name: string, act: () => Promise<Value>): Promise<Value> {
  const mine = (tails.get(name) ?? Promise.resolve()).then(act, act)
  tails.set(name, mine)
  const tidy = () => {
    if (tails.get(name) === mine) tails.delete(name)
  }
  mine.then(tidy, tidy)
  return mine
}
