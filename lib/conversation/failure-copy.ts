import type { Failure, FailureCode } from './failure'
import { chatCopy } from './failure-copy-chat'
import { voiceCopy } from './failure-copy-voice'

/**
 * What the button under a message does. `retry-later`: the same as `retry`, from the moment on that
 * the server has named. `take-over`: ends what is open elsewhere. `none`: it would end the same way.
 */
type CopyAction = 'retry' | 'retry-later' | 'sign-in' | 'choose' | 'take-over' | 'none'

export interface Copy {
  /** What happened. */
  title: string
  /** What to do. */
  body: string
  action: CopyAction
}

const browsers = 'a current Chrome, Edge or Safari'
const operator = 'If this is your deployment,'

/** `Try again in 20 seconds.` where the server knows the wait, else the sentence given. */
type Again = (otherwise: string) => string

type CopyOf = (name: string, again: Again) => Copy

/** What a medium says in other words than a talk face to face. */
export type MediumCopy = Partial<Record<FailureCode, CopyOf>>

const failureCopy: Record<FailureCode, CopyOf> = {
  unauthenticated: () => ({
    title: 'You are signed out',
    body: 'Your sign-in has ended. Sign in again, then start talking.',
    action: 'sign-in',
  }),
  forbidden: (name) => ({
    title: `You may not talk with ${name}`,
    body: 'Your account has no access here. Sign in with another one, or ask whoever runs this site.',
    action: 'sign-in',
  }),
  cross_site: () => ({
    title: 'The request came from another site',
    body: 'Open this page in a window of its own, then try again.',
    action: 'retry',
  }),
  not_found: () => ({
    title: 'This persona is gone',
    body: 'It may have been deleted. Choose someone else.',
    action: 'choose',
  }),
  conflict: () => ({
    title: 'Something has changed meanwhile',
    body: 'Reload this page, then try again.',
    action: 'retry',
  }),
  invalid_request: () => ({
    title: 'The server refused this start',
    body: 'The persona may have a face or a voice that is gone, or not be finished: open it under Personas. Or this page is older than the server: reload it.',
    action: 'retry',
  }),
  payload_too_large: () => ({
    title: 'The request was too large',
    body: 'Reload the page, then try again.',
    action: 'retry',
  }),
  rate_limited: () => ({
    title: 'That was the last talk for now',
    body: 'All the talks that this site allows you for now are used.',
    action: 'retry-later',
  }),
  too_many_sessions: () => ({
    title: 'You are talking elsewhere',
    body: 'There is one conversation at a time, and yours is open in another tab or on another device. End it there and try again, or end it from here.',
    action: 'take-over',
  }),
  internal: (_, again) => ({
    title: 'Something went wrong on the server',
    body: `The error is recorded. ${again('Try again.')}`,
    action: 'retry',
  }),
  vendor_error: (name, again) => ({
    title: `${name} could not be reached`,
    body: `The video service did not answer, or with an error. ${again('Try again in a moment.')}`,
    action: 'retry',
  }),
  vendor_rejected_credentials: (name) => ({
    title: `${name} is not available`,
    body: `The video service refused this site’s key. ${operator} check its key.`,
    action: 'retry',
  }),
  vendor_busy: (name, again) => ({
    title: `Every line to ${name} is busy`,
    body: `All places at the video service are taken. ${again('Try again in a minute.')}`,
    action: 'retry',
  }),
  vendor_not_configured: (name) => ({
    title: `${name} is not available`,
    body: `Video is not set up on this site. ${operator} set the service’s key.`,
    action: 'retry',
  }),
  vendor_out_of_credit: (name) => ({
    title: `${name} is not available`,
    body: `This site’s minutes at the video service are used up. ${operator} check the plan there.`,
    action: 'retry',
  }),
  vendor_timeout: (name, again) => ({
    title: `${name} did not answer in time`,
    body: `The video service is slow at the moment. ${again('Try again.')}`,
    action: 'retry',
  }),
  offline: () => ({
    title: 'No connection',
    body: 'The server could not be reached: this device is offline, or something in the network is in the way. Check the network, then try again.',
    action: 'retry',
  }),
  mint_timeout: () => ({
    title: 'The server took too long',
    body: 'No place was reserved within 20 seconds. Try again.',
    action: 'retry',
  }),
  unexpected_answer: () => ({
    title: 'The server gave an answer that makes no sense here',
    body: 'This page may be older than the server. Reload it, then try again.',
    action: 'retry',
  }),
  token_refused: (name) => ({
    title: `The place with ${name} was no longer free`,
    body: 'It was held for a moment only, and that moment had passed. Try again: you get a new one.',
    action: 'retry',
  }),
  own_credit_used: () => ({
    title: 'Your own credit is used up',
    body: 'Answers are paid from your own balance at the service that gives them, and too little of it is left. Add to it there, then try again.',
    action: 'retry',
  }),
  own_plan_too_small: () => ({
    title: 'Your own plan does not include this',
    body: 'Answers are paid by your own account at the service that gives them, whose plan does not cover the language model used here. Change the plan there, or ask whoever runs this site.',
    action: 'retry',
  }),
  browser_unsupported: (name) => ({
    title: 'This browser cannot show the video',
    body: `The picture of ${name} needs WebRTC, which is missing or turned off here. Open this page in ${browsers}.`,
    action: 'none',
  }),
  microphone_needed: (name) => ({
    title: `${name} cannot hear you`,
    body: 'A talk by voice needs a microphone. Allow it for this site in the browser, or plug one in, then try again; or go back and choose to chat.',
    action: 'retry',
  }),
  connect_timeout: (name) => ({
    title: `${name} did not pick up`,
    body: 'No connection within 20 seconds. A firewall may block video; try again, or use another network.',
    action: 'retry',
  }),
  no_first_frame: (name) => ({
    title: `${name}’s picture did not arrive`,
    body: 'The connection stands, but no video came through it. Try again, or use another network.',
    action: 'retry',
  }),
  connection_failed: (name) => ({
    title: `The connection to ${name} failed`,
    body: 'The network did not let the video through. Try again, or use another network.',
    action: 'retry',
  }),
  connection_lost: (name) => ({
    title: `The connection to ${name} was lost`,
    body: 'The network dropped and did not come back in time. Start again when it is stable.',
    action: 'retry',
  }),
}

const mediumCopy: Record<'face' | 'voice' | 'text', MediumCopy> = {
  face: {},
  voice: voiceCopy,
  text: chatCopy,
}

/** What a browser that the video service does not support may end in. */
const ofTheBrowser: readonly FailureCode[] = [
  'browser_unsupported',
  'connect_timeout',
  'no_first_frame',
  'connection_failed',
]

interface FailureContext {
  isFirefox?: boolean
  medium?: keyof typeof mediumCopy
}

/** A failure in words. How long to wait is told only where the server knows it. */
export function failureWords(
  { code, retryAfter }: Failure,
  name: string,
  { isFirefox = false, medium = 'face' }: FailureContext = {},
): Copy {
  const words = mediumCopy[medium][code] ?? failureCopy[code]
  const copy = words(name, (otherwise) =>
    retryAfter ? `Try again in ${waitWords(retryAfter)}.` : otherwise,
  )
  if (!isFirefox || medium !== 'face' || !ofTheBrowser.includes(code)) return copy
  const body = `The video service does not support Firefox. Open this page in ${browsers} to see ${name}.`
  return { ...copy, body }
}

/** `45 seconds`, `1 minute`, `59 minutes`. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
