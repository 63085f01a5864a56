import type { Failure, FailureCode } from './failure'
import { type EndReason, type MicrophoneTrouble, type State, speaker } from './state'

/** What the button under a message does. */
type CopyAction = 'retry' | 'sign-in' | 'choose'

export interface Copy {
  /** What happened. */
  title: string
  /** What to do. */
  body: string
  action: CopyAction
}

const operator = 'If this is your deployment,'

/** `Try again in 20 seconds.` where the server knows the wait, else the sentence given. */
type Again = (otherwise: string) => string

const failureCopy: Record<FailureCode, (name: string, again: Again) => Copy> = {
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
  invalid_request: () => ({
    title: 'The server did not understand the request',
    body: 'This page may be older than the server. Reload it, then try again.',
    action: 'retry',
  }),
  payload_too_large: () => ({
    title: 'The request was too large',
    body: 'Reload the page, then try again.',
    action: 'retry',
  }),
  rate_limited: (name, again) => ({
    title: 'That was the last talk for now',
    body: `You have had as many talks as this site allows in an hour. ${again(`${name} is here again later.`)}`,
    action: 'retry',
  }),
  too_many_sessions: () => ({
    title: 'You are already talking elsewhere',
    body: 'One conversation at a time: end it in the other tab or device, then try again here.',
    action: 'retry',
  }),
  internal: (_, again) => ({
    title: 'Something went wrong on the server',
    body: `The error is recorded. ${again('Try again.')}`,
    action: 'retry',
  }),
  vendor_error: (name, again) => ({
    title: `${name} could not be reached`,
    body: `The video service answered with an error. ${again('Try again in a moment.')}`,
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
    body: 'This device is offline, or a firewall is in the way. Check the network, then try again.',
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
  browser_unsupported: (name) => ({
    title: 'This browser cannot show video',
    body: `${name} needs WebRTC. Open this page in a current Chrome, Edge or Safari.`,
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

/** A failure in words. How long to wait is told only where the server knows it. */
export function failureWords({ code, retryAfter }: Failure, name: string): Copy {
  return failureCopy[code](name, (otherwise) =>
    retryAfter ? `Try again in ${waitWords(retryAfter)}.` : otherwise,
  )
}

/** `45 seconds`, `1 minute`, `59 minutes`. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

interface MicrophoneCopy {
  title: string
  body: string
}

const microphoneCopy: Record<MicrophoneTrouble, (name: string) => MicrophoneCopy> = {
  denied: (name) => ({
    title: `${name} can’t hear you`,
    body: 'The browser blocks the microphone for this site. Allow it in the site settings beside the address; it works from the next talk on. Typing works now.',
  }),
  blocked: (name) => ({
    title: `${name} can’t hear you`,
    body: 'This page is not allowed to use a microphone here. Open it in a window of its own, or type.',
  }),
  missing: (name) => ({
    title: `${name} can’t hear you`,
    body: 'No microphone was found. Connect one for the next talk. Typing works now.',
  }),
  busy: (name) => ({
    title: `${name} can’t hear you`,
    body: 'Another app is using the microphone. Close it for the next talk. Typing works now.',
  }),
  unanswered: (name) => ({
    title: `${name} can’t hear you`,
    body: 'The browser’s question about the microphone got no answer. It asks again at the next talk. Typing works now.',
  }),
  unsupported: (name) => ({
    title: `${name} can’t hear you`,
    body: 'This browser offers no microphone to this page; it does so only over https. Typing works now.',
  }),
  lost: (name) => ({
    title: `${name} can’t hear you any more`,
    body: 'The microphone was disconnected. Choose another one in the settings, or type.',
  }),
}

export const microphoneWords = (trouble: MicrophoneTrouble, name: string): MicrophoneCopy =>
  microphoneCopy[trouble](name)

const endCopy: Record<EndReason, (name: string) => string> = {
  visitor: () => 'You ended it.',
  time_limit: () => 'The time for this talk was up.',
  server_ended: (name) => `${name} ended it.`,
  page_closed: () => 'It ended because you left the page.',
  nobody_there: () => 'It ended because nobody answered.',
  taken_over: () => 'You went on in another tab or on another device.',
}

export const endWords = (reason: EndReason, name: string): string => endCopy[reason](name)

/** The state of the conversation in a few words, as the status line shows and announces it. */
export function statusWords(state: State, name: string): string {
  switch (state.phase) {
    case 'idle':
      return `${name} is ready when you are`
    case 'preparing':
    case 'connecting':
      return 'Connecting'
    case 'waiting':
      return `Waiting for a free line to ${name}`
    case 'reconnecting':
      return 'Reconnecting'
    case 'ending':
      return 'Ending'
    case 'ended':
      return 'Ended'
    case 'failed':
      return 'Not connected'
    case 'live': {
      const who = speaker(state)
      if (who === 'visitor') return `${name} hears you`
      if (who === 'persona') return `${name} is speaking`
      if (state.awaitingAnswer) return `${name} is thinking`
      if (state.microphone !== 'granted') return `${name} reads what you type`
      return state.muted ? 'You are muted' : `${name} is listening`
    }
  }
}
