/** A page in the background draws nothing, but its words have to arrive. */
const withoutFrames = 250

/** Calls once, with the next picture that the page draws. The returned function cancels it. */
export type Schedule = (call: () => void) => () => void

export const nextFrame: Schedule = (call) => {
  const frame = requestAnimationFrame(run)
  const timer = setTimeout(run, withoutFrames)
  function cancel() {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  function run() {
    cancel()
    call()
  }
  return cancel
}
