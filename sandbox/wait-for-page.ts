/** Resolves once `url` answers anything at all (503 too: the banner must come even when a part is down). */
export async function waitForPage(url: string, hasGivenUp: () => boolean): Promise<void> {
  while (!hasGivenUp()) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(30_000) })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
