/** Powers that no page of the app needs are denied to it and to every frame in it. */
const permissions = {
  microphone: '(self)',
  autoplay: '(self)',
  fullscreen: '(self)',
  'picture-in-picture': '(self)',
  'screen-wake-lock': '(self)',
  'clipboard-write': '(self)',
  camera: '()',
  'display-capture': '()',
  geolocation: '()',
  payment: '()',
  usb: '()',
  serial: '()',
  midi: '()',
  hid: '()',
  accelerometer: '()',
  gyroscope: '()',
  magnetometer: '()',
  'browsing-topics': '()',
}

/** Sent with every response, static files included. */
export const securityHeaders = [
  // Browsers ignore it over http, so it does no harm on localhost.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: Object.entries(permissions)
      .map(([power, allowed]) => `${power}=${allowed}`)
      .join(', '),
  },
  // frame-ancestors for browsers that do not know it.
  { key: 'X-Frame-Options', value: 'DENY' },
  // Popups of identity providers must be able to answer their opener.
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin-allow-popups' },
]

/** For responses that are data, in case one is opened as a document. */
export const dataHeaders = [
  {
    key: 'Content-Security-Policy',
    value:
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  },
]
