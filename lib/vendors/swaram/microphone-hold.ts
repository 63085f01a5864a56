/** The room still rings a moment after the loudspeaker has stopped, in ms. */
const echoMs = 300

/** Keeps the visitor's side silent while the persona is heard, where there is nothing against echoes. */
export function createHold(isWanted: () => boolean) {
  let isHeld = false
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    isHeld: () => isHeld,
    /** A reply begins; asked for each of them, since the visitor may put headphones on. */
    begin() {
      clearTimeout(timer)
      isHeld = isWanted()
    },
    /** The reply was heard. */
    end() {
      clearTimeout(timer)
      timer = setTimeout(() => {
        isHeld = false
      }, echoMs)
    },
  }
}
