import type { MediumCopy } from './failure-copy'

const operator = 'If this is your deployment,'

/** Failures of a talk by voice, where no video is missed. */
export const voiceCopy: MediumCopy = {
  vendor_error: (name, again) => ({
    title: `${name} could not be reached`,
    body: `The voice service did not answer, or with an error. ${again('Try again in a moment.')}`,
    action: 'retry',
  }),
  vendor_rejected_credentials: (name) => ({
    title: `${name} is not available`,
    body: `The voice service refused this site’s key. ${operator} check its key.`,
    action: 'retry',
  }),
  vendor_busy: (name, again) => ({
    title: `Every line to ${name} is busy`,
    body: `All places at the voice service are taken. ${again('Try again in a minute.')}`,
    action: 'retry',
  }),
  vendor_not_configured: (name) => ({
    title: `${name} is not available`,
    body: `Voice is not set up on this site. ${operator} set the service’s key.`,
    action: 'retry',
  }),
  vendor_out_of_credit: (name) => ({
    title: `${name} is not available`,
    body: `This site’s minutes at the voice service are used up. ${operator} check the plan there.`,
    action: 'retry',
  }),
  vendor_timeout: (name, again) => ({
    title: `${name} did not answer in time`,
    body: `The voice service is slow at the moment. ${again('Try again.')}`,
    action: 'retry',
  }),
  browser_unsupported: () => ({
    title: 'This browser cannot carry the talk',
    body: 'A talk by voice needs WebSocket and AudioWorklet, which are missing or turned off here. Open this page in a current browser.',
    action: 'none',
  }),
  connect_timeout: (name) => ({
    title: `${name} did not pick up`,
    body: 'No connection within 20 seconds. A firewall may block it; try again, or use another network.',
    action: 'retry',
  }),
  no_first_frame: (name) => ({
    title: `${name} did not pick up`,
    body: 'The connection stands, but the talk did not begin. Try again, or use another network.',
    action: 'retry',
  }),
  connection_failed: (name) => ({
    title: `The connection to ${name} failed`,
    body: 'The network did not let the talk through. Try again, or use another network.',
    action: 'retry',
  }),
}
