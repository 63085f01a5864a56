interface PageLife {
  /** The page goes away, or into the back-forward cache: only a beacon gets out. */
  onLeave: () => void
  /** A press or a key anywhere on the page. */
  onSign: () => void
}

/** Watches the page for as long as the room is open. The returned function stops it. */
export function watchPage({ onLeave, onSign }: PageLife): () => void {
  const watching = new AbortController()
  const { signal } = watching
  addEventListener('pagehide', onLeave, { signal })
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, onSign, { signal, passive: true })
  }
  return () => watching.abort()
}
