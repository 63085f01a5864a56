/** Browsers that keep the switch for the microphone in different places. */
export const browserFamilies = [
  /** Chrome, Edge and their kin on a computer. */
  'chromium',
  'android',
  'safari',
  'ios-safari',
  /** Chrome, Edge or Firefox on an iPhone or iPad: the switch is in the Settings app. */
  'ios-other',
  'firefox',
  'other',
] as const

export type BrowserFamily = (typeof browserFamilies)[number]

/**
 * Which of them this is. Only for words: what a browser can do is asked of the browser.
 * `touchPoints` (`navigator.maxTouchPoints`) tells an iPad, which calls itself a Mac, from a Mac.
 */
export function browserFamily(userAgent: string, touchPoints = 0): BrowserFamily {
  const isIos =
    /\b(iPhone|iPad|iPod)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && touchPoints > 1)
  if (isIos) return isAppleSafari(userAgent) ? 'ios-safari' : 'ios-other'
  if (/\bFirefox\//.test(userAgent)) return 'firefox'
  if (/\bAndroid\b/.test(userAgent)) return 'android'
  if (/\b(Chrome|Chromium)\//.test(userAgent)) return 'chromium'
  if (/\bMacintosh\b/.test(userAgent) && isAppleSafari(userAgent)) return 'safari'
  return 'other'
}

/** The others on iOS name themselves beside Safari; a page inside an app names no Safari at all. */
const isAppleSafari = (userAgent: string) =>
  /\bVersion\/\S+ .*\bSafari\//.test(userAgent) &&
  !/\b(CriOS|FxiOS|EdgiOS|OPT|OPiOS|GSA|DuckDuckGo|YaBrowser)\//.test(userAgent)
