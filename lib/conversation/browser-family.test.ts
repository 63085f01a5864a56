import { describe, expect, it } from 'vitest'
import { type BrowserFamily, browserFamily } from './browser-family'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)'
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'

const agents: [name: string, family: BrowserFamily, userAgent: string][] = [
  [
    'Chrome on Windows',
    'chromium',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/141.0.0.0 Safari/537.36`,
  ],
  ['Chrome on a Mac', 'chromium', `${mac} ${blink} Chrome/141.0.0.0 Safari/537.36`],
  [
    'Edge on Windows',
    'chromium',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  ],
  [
    'Chrome on Android',
    'android',
    `Mozilla/5.0 (Linux; Android 10; K) ${blink} Chrome/141.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'Samsung Internet',
    'android',
    `Mozilla/5.0 (Linux; Android 10; K) ${blink} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  ['Safari on a Mac', 'safari', `${mac} ${webkit} Version/18.5 Safari/605.1.15`],
  [
    'Safari on an iPhone',
    'ios-safari',
    `${iphone} ${webkit} Version/18.5 Mobile/15E148 Safari/604.1`,
  ],
  [
    'Chrome on an iPhone',
    'ios-other',
    `${iphone} ${webkit} CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`,
  ],
  [
    'Firefox on an iPhone',
    'ios-other',
    `${iphone} ${webkit} FxiOS/143.0 Mobile/15E148 Safari/605.1.15`,
  ],
  [
    'Edge on an iPhone',
    'ios-other',
    `${iphone} ${webkit} Version/18.0 EdgiOS/140.0.3485.94 Mobile/15E148 Safari/605.1.15`,
  ],
  ['a page inside another app on an iPhone', 'ios-other', `${iphone} ${webkit} Mobile/15E148`],
  [
    'Firefox on Windows',
    'firefox',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  ],
  [
    'Firefox on Android',
    'firefox',
    'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
  ],
  ['something unknown', 'other', 'curl/8.5.0'],
]

describe('the family of a browser', () => {
  it.each(agents)('%s is %s', (_name, family, userAgent) => {
    expect(browserFamily(userAgent)).toBe(family)
  })

  it('knows an iPad, which calls itself a Mac, by its touch screen', () => {
    const userAgent = `${mac} ${webkit} Version/18.5 Safari/605.1.15`
    expect(browserFamily(userAgent, 5)).toBe('ios-safari')
    expect(browserFamily(userAgent, 0)).toBe('safari')
  })
})
