import type { MediumCopy } from './failure-copy'

const operator = 'If this is your deployment,'

/** Failures of a chat: what was written is still there. */
export const chatCopy: MediumCopy = {
  unauthenticated: () => ({
    title: 'You are signed out',
    body: 'Your sign-in has ended, and your message was not sent. Sign in again, then try again.',
    action: 'sign-in',
  }),
  forbidden: (name) => ({
    title: `You may not chat with ${name}`,
    body: 'Your account has no access here. Sign in with another one, or ask whoever runs this site.',
    action: 'sign-in',
  }),
  invalid_request: () => ({
    title: 'The server refused this message',
    body: 'Change it, or start a new chat. Or this page is older than the server: reload it.',
    action: 'retry',
  }),
  payload_too_large: () => ({
    title: 'The message was too large',
    body: 'Shorten it, or start a new chat.',
    action: 'retry',
  }),
  rate_limited: () => ({
    title: 'That is all for now',
    body: 'The chats or the answers that this site allows you for now are used. Your message stays here.',
    action: 'retry-later',
  }),
  too_many_sessions: () => ({
    title: 'You are being answered elsewhere',
    body: 'Answers are still being written for you in other tabs or on other devices. Stop one there, or wait for its end, then try again.',
    action: 'retry',
  }),
  vendor_error: (name, again) => ({
    title: `${name} could not answer`,
    body: `The chat service did not answer, or with an error. ${again('Try again in a moment.')}`,
    action: 'retry',
  }),
  vendor_rejected_credentials: (name) => ({
    title: `${name} is not available`,
    body: `The chat service refused this site’s key. ${operator} check its key.`,
    action: 'retry',
  }),
  vendor_busy: (name, again) => ({
    title: `${name} is answering too many people`,
    body: `The chat service takes no more requests for now. ${again('Try again in a minute.')}`,
    action: 'retry',
  }),
  vendor_not_configured: (name) => ({
    title: `${name} is not available`,
    body: `Chat is not set up on this site. ${operator} set the service’s key.`,
    action: 'retry',
  }),
  vendor_out_of_credit: (name) => ({
    title: `${name} is not available`,
    body: `The credit at the chat service is used up. ${operator} check the plan there.`,
    action: 'retry',
  }),
  vendor_timeout: (name, again) => ({
    title: `${name} did not answer in time`,
    body: `The chat service is slow at the moment. ${again('Try again.')}`,
    action: 'retry',
  }),
  offline: () => ({
    title: 'No connection',
    body: 'The server could not be reached: this device is offline, or something in the network is in the way. Your message stays here. Check the network, then try again.',
    action: 'retry',
  }),
  mint_timeout: () => ({
    title: 'The server took too long',
    body: 'It did not let the chat begin within 20 seconds. Try again.',
    action: 'retry',
  }),
  token_refused: (name) => ({
    title: `The chat with ${name} was no longer open`,
    body: 'The chat service did not take this page’s token any more. Try again: you get a new one.',
    action: 'retry',
  }),
  browser_unsupported: () => ({
    title: 'This browser cannot show the answer',
    body: 'Something that a chat needs is missing or turned off here. Open this page in a current browser.',
    action: 'none',
  }),
  connect_timeout: (name) => ({
    title: `${name} did not answer in time`,
    body: 'There was no connection to the chat service. Try again, or use another network.',
    action: 'retry',
  }),
  no_first_frame: (name) => ({
    title: `${name} did not answer in time`,
    body: 'The connection stands, but no word came through it. Try again, or use another network.',
    action: 'retry',
  }),
  connection_failed: (name) => ({
    title: `The connection to ${name} failed`,
    body: 'The network did not let the answer through. Try again, or use another network.',
    action: 'retry',
  }),
  connection_lost: () => ({
    title: 'The answer broke off',
    body: 'The connection was lost before its end. What had arrived stays here. Try again.',
    action: 'retry',
  }),
}
