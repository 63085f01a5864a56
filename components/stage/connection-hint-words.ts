import type { Failure } from '@/lib/conversation/failure'
import { waitWords } from '@/lib/conversation/failure-copy'

export interface HintFacts {
  isOnline: boolean
  quality: 'good' | 'poor'
  /** The vendor has given a warning. */
  warned: boolean
  /** Why the service that thinks for the persona gave no answer. */
  brainFailure: Failure | undefined
  isReconnecting: boolean
  name: string
}

/** The one thing worth knowing about the connection now: what is the matter, then what helps. */
export function hintWords(facts: HintFacts): string | undefined {
  const { isOnline, quality, warned, brainFailure, isReconnecting, name } = facts
  if (!isOnline) return 'This device is offline. Check its Wi-Fi or mobile connection.'
  // The stage says already what it waits for.
  if (isReconnecting) return undefined
  if (quality === 'poor') {
    return 'Your connection is weak: picture and voice may stutter. Moving closer to the router helps.'
  }
  if (brainFailure) return brainWords(brainFailure, name)
  if (warned) return `${name}’s service warned that this talk may end soon.`
  return undefined
}

/** Why a persona had nothing to say but that. */
function brainWords({ code, retryAfter }: Failure, name: string): string {
  switch (code) {
    case 'rate_limited': {
      const wait = retryAfter ? ` Ask again in ${waitWords(retryAfter)}.` : ''
      return `${name} has given all the answers that this site allows you for now.${wait}`
    }
    case 'unauthenticated':
      return `Your sign-in has ended. Sign in again in another tab, and ${name} can answer.`
    case 'vendor_not_configured':
    case 'vendor_out_of_credit':
    case 'vendor_rejected_credentials':
      return `The service that thinks for ${name} is not available here now.`
    default:
      return `The service that thinks for ${name} gave no answer. Ask again in a moment.`
  }
}
