export interface HintFacts {
  isOnline: boolean
  quality: 'good' | 'poor'
  /** The vendor has given a warning. */
  warned: boolean
  isReconnecting: boolean
  name: string
}

/** The one thing worth knowing about the connection now: what is the matter, then what helps. */
export function hintWords(facts: HintFacts): string | undefined {
  const { isOnline, quality, warned, isReconnecting, name } = facts
  if (!isOnline) return 'This device is offline. Check its Wi-Fi or mobile connection.'
  // The stage says already what it waits for.
  if (isReconnecting) return undefined
  if (quality === 'poor') {
    return 'Your connection is weak: picture and voice may stutter. Moving closer to the router helps.'
  }
  if (warned) return `${name}’s service warned that this talk may end soon.`
  return undefined
}
