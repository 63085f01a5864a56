import type { BrowserFamily } from './browser-family'
import {
  allowRemedy,
  askRemedy,
  busyRemedy,
  missingRemedy,
  unsupportedRemedy,
} from './microphone-copy-remedies'
import type { MicrophoneTrouble } from './state'

export interface MicrophoneCopy {
  title: string
  /** What happened. */
  happened: string
  /** What to do about it, in this browser. */
  remedy: string
}

const happened: Record<MicrophoneTrouble, string> = {
  denied: 'The browser blocks the microphone for this page.',
  unanswered: 'The browser’s question about the microphone was not answered with Allow.',
  missing: 'No microphone was found.',
  busy: 'The microphone cannot be opened; another app may be using it.',
  blocked: 'This page may not use a microphone here.',
  unsupported: 'The browser offers this page no microphone.',
  lost: 'The microphone was disconnected.',
}

function remedy(trouble: MicrophoneTrouble, browser: BrowserFamily): string {
  switch (trouble) {
    case 'denied':
      return allowRemedy[browser]
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
  trouble: MicrophoneTrouble,
  name: string,
  browser: BrowserFamily,
): MicrophoneCopy => ({
  title: trouble === 'lost' ? `${name} can’t hear you any more` : `${name} can’t hear you`,
  happened: happened[trouble],
  remedy: remedy(trouble, browser),
})
