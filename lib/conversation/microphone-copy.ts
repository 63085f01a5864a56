import type { BrowserFamily } from './browser-family'
import {
  allowRemedy,
  askRemedy,
  busyRemedy,
  missingRemedy,
  systemRemedy,
  unsupportedRemedy,
} from './microphone-copy-remedies'
import type { MicrophoneTrouble } from './state'

/** `system`: the browser would allow it, but the device keeps it from the browser. */
export type ExplainedTrouble = MicrophoneTrouble | 'system'

/** A trouble, told more exactly by what the browser says of its permission now. */
export function explain(trouble: MicrophoneTrouble, permission: string): ExplainedTrouble {
  // The visitor took the permission back while talking.
  if (trouble === 'lost' && permission === 'denied') return 'denied'
  if (trouble !== 'denied') return trouble
  if (permission === 'granted') return 'system'
  // It was refused this once, or the switch is back at the start: the browser will ask again.
  return permission === 'prompt' ? 'unanswered' : trouble
}

export interface MicrophoneCopy {
  title: string
  /** What happened. */
  happened: string
  /** What to do about it, in this browser. */
  remedy: string
}

const happened: Record<ExplainedTrouble, string> = {
  denied: 'The browser blocks the microphone for this page.',
  system: 'The device keeps the microphone from this browser.',
  unanswered: 'The browser’s question about the microphone was not answered with Allow.',
  missing: 'No microphone was found.',
  busy: 'The microphone cannot be opened; another app may be using it.',
  blocked: 'This page may not use a microphone here.',
  unsupported: 'The browser offers this page no microphone.',
  lost: 'The microphone was disconnected.',
}

function remedy(trouble: ExplainedTrouble, browser: BrowserFamily): string {
  switch (trouble) {
    case 'denied':
      return allowRemedy[browser]
    case 'system':
      return systemRemedy[browser]
    case 'unanswered':
      return `Try again, and the browser asks once more. ${askRemedy[browser]}`
    case 'missing':
      return missingRemedy[browser]
    case 'busy':
      return busyRemedy[browser]
    case 'blocked':
      return 'Open it in a tab of its own. If it is in one, whoever manages this device has switched microphones off.'
    case 'unsupported':
      return unsupportedRemedy[browser]
    case 'lost':
      return 'Connect it again, or choose another one in the settings.'
  }
}

/** Why the persona called `name` cannot hear the visitor, and the remedy in the visitor's browser. */
export const microphoneWords = (
  trouble: ExplainedTrouble,
  name: string,
  browser: BrowserFamily,
): MicrophoneCopy => ({
  title: trouble === 'lost' ? `${name} can’t hear you any more` : `${name} can’t hear you`,
  happened: happened[trouble],
  remedy: remedy(trouble, browser),
})
