import type { BrowserFamily } from './browser-family'

/** Where the browser's switch for the microphone is. */
export const allowRemedy: Record<BrowserFamily, string> = {
  chromium: 'Press the symbol left of the address and switch Microphone on.',
  android: 'Press the symbol left of the address, then Permissions, and switch Microphone on.',
  safari:
    'In the menu bar open Safari, then Settings for this website, and set Microphone to Allow.',
  'ios-safari':
    'Press the page menu in the address bar, then Website Settings (it may be under More), and set Microphone to Allow.',
  'ios-other': 'Open the Settings app, find this browser in the list, and switch Microphone on.',
  firefox:
    'Press the symbol of a microphone or a lock left of the address and take back the block.',
  other: 'Allow the microphone for this page in the browser’s settings.',
}

/** Where the system has a switch of its own for every app. */
export const systemRemedy: Record<BrowserFamily, string> = {
  chromium: 'Allow this browser under Microphone in the computer’s privacy settings.',
  android: 'Open the phone’s settings, then Apps, this browser, Permissions, and allow Microphone.',
  safari: 'Open System Settings, then Privacy & Security, Microphone, and switch Safari on.',
  'ios-safari': 'Open the Settings app, then Apps, Safari, Microphone, and choose Ask or Allow.',
  'ios-other': 'Open the Settings app, find this browser in the list, and switch Microphone on.',
  firefox: 'Allow Firefox under Microphone in the computer’s privacy settings.',
  other: 'Allow this browser in the privacy settings of the device.',
}

/** Where its question appears. */
export const askRemedy: Record<BrowserFamily, string> = {
  chromium: 'It appears below the address: press Allow there.',
  android: 'It appears over the page: press Allow there.',
  safari: 'It appears over the page: press Allow there.',
  'ios-safari': 'It appears over the page: press Allow there.',
  'ios-other': 'It appears over the page: press Allow there.',
  firefox: 'It appears below the address: press Allow there.',
  other: 'Press Allow when it asks.',
}

/** How one comes by a microphone. */
export const missingRemedy: Record<BrowserFamily, string> = {
  chromium: 'Connect one, or switch it on in the computer’s sound settings.',
  android: 'Connect a headset, or restart the phone if it has a microphone of its own.',
  safari: 'Connect one, or choose it under Sound, Input in the System Settings.',
  'ios-safari': 'Connect a headset, or restart the device.',
  'ios-other': 'Connect a headset, or restart the device.',
  // On a Mac, Firefox reports a microphone that the system keeps from it as missing.
  firefox:
    'Connect one. If there is one, allow Firefox to use it in the computer’s privacy settings.',
  other: 'Connect one, or switch it on in the device’s sound settings.',
}

const closeOther = 'Close other apps and tabs that record or call.'

/** Who else may hold it. */
export const busyRemedy: Record<BrowserFamily, string> = {
  // On Windows, Chromium reports a microphone that the system keeps from it as busy.
  chromium: `${closeOther} If none is open, check the microphone in the computer’s privacy settings.`,
  android: 'End other calls and recordings on this phone.',
  safari: closeOther,
  'ios-safari': 'End other calls and recordings on this device.',
  'ios-other': 'End other calls and recordings on this device.',
  firefox: closeOther,
  other: closeOther,
}

/** A page inside another app, or an old browser. */
export const unsupportedRemedy: Record<BrowserFamily, string> = {
  chromium: 'Check that the address begins with https, or update the browser.',
  android: 'Open this page in Chrome.',
  safari: 'Check that the address begins with https, or update Safari.',
  'ios-safari': 'Check that the address begins with https, or update iOS.',
  'ios-other': 'Open this page in Safari.',
  firefox: 'Check that the address begins with https, or update Firefox.',
  other: 'Open this page in Chrome, Edge or Safari.',
}
