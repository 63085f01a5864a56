/**
 * Keeps the screen awake until the returned function is called. The browser lets go whenever the
 * page is hidden, so it is asked again when the page is back. Nothing happens where there is no
 * wake lock or the battery refuses one.
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  let isOver = false
  let lock: WakeLockSentinel | undefined

  const isHeld = () => lock !== undefined && !lock.released

  async function ask() {
    if (isOver || document.hidden || isHeld()) return
    try {
      const next = await navigator.wakeLock.request('screen')
      // Two asked at once, or it ended while the browser thought about it.
      if (isOver || isHeld()) await next.release()
      else lock = next
    } catch {
      // Low battery, or hidden again meanwhile.
    }
  }

  const onVisible = () => void ask()
  document.addEventListener('visibilitychange', onVisible)
  onVisible()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', onVisible)
    void lock?.release()
  }
}
