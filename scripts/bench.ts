// `npm run bench`: the figures that a test must not assert, since they measure the machine too.
import { chromium } from '@playwright/test'
import { ensureBrowser } from '../e2e/browser'
import { launch } from '../e2e/launch'
import { setVendorLimit } from '../e2e/stand-ins'
import { benchChat } from './bench/chat'
import { benchDevStart } from './bench/dev-start'
import { benchFirstFrame } from './bench/first-frame'
import { benchLeaks } from './bench/leaks'
import { benchLostConnection } from './bench/lost-connection'
import { benchMints } from './bench/mints'
import { benchPersonas } from './bench/personas'
import { benchThreeAtOnce } from './bench/three-at-once'
import { benchTranscript } from './bench/transcript'
import { benchVoice } from './bench/voice'

const args = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--js-flags=--expose-gc',
]

const only = process.argv.slice(2)
const wanted = (name: string) => only.length === 0 || only.includes(name)

if (wanted('dev')) await benchDevStart()

const launched = await launch({
  mode: 'preview',
  port: 3400,
  dataDir: '.data/bench',
  env: {
    LIMIT_TOKENS_PER_HOUR: '1000',
    LIMIT_GUEST_TOKENS_PER_HOUR: '1000',
    LIMIT_OPEN_SESSIONS: '100',
    LIMIT_APP_SESSIONS_PER_DAY: '100000',
  },
})
const browser = await chromium.launch({ ...ensureBrowser(), args })
const newPage = async () => {
  const context = await browser.newContext({
    baseURL: launched.urls.app,
    permissions: ['microphone'],
  })
  // tsx names every function through this helper, which functions sent into a page miss.
  await context.addInitScript('globalThis.__name = (named) => named')
  return context.newPage()
}

try {
  await setVendorLimit(10, launched.urls.anam)
  if (wanted('first-frame')) await benchFirstFrame(newPage)
  if (wanted('three')) await benchThreeAtOnce(newPage)
  if (wanted('lost')) await benchLostConnection(newPage, launched.urls.anam)
  if (wanted('transcript')) await benchTranscript(newPage)
  if (wanted('personas')) await benchPersonas(launched.urls)
  if (wanted('voice')) await benchVoice(newPage, '.data/bench')
  if (wanted('leaks')) await benchLeaks(newPage, launched.urls.anam)
} finally {
  await browser.close()
  await launched.stop()
}
if (wanted('chat')) await benchChat()
if (wanted('mints')) await benchMints()
