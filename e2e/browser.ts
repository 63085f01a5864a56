import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export interface Browser {
  /** Undefined means Playwright's own download. */
  executablePath?: string
}

/** A browser already on this machine: CHROMIUM_PATH, then Playwright's own, then a system Chrome or Chromium. */
function findBrowser(): Browser | undefined {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH }
  if (existsSync(chromium.executablePath())) return {}
  const system = systemPaths.find((path) => existsSync(path))
  return system ? { executablePath: system } : undefined
}

function installCommands(): [string, string[]][] {
  const own: [string, string[]] = [
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
  ]
  const isDebianRoot =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!isDebianRoot) return [own]
  return [
    own,
    ['apt-get', ['update', '-q']],
    ['apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']],
  ]
}

/** As `findBrowser`; on a bare machine installs one: Playwright's download, else Debian's package (as root). */
export function ensureBrowser(): Browser {
  const found = findBrowser()
  if (found) return found
  for (const [command, args] of installCommands()) {
    try {
      console.log(`No Chromium here. Trying: ${command} ${args.join(' ')}`)
      execFileSync(command, args, { stdio: 'inherit' })
    } catch {
      continue
    }
    const now = findBrowser()
    if (now) return now
  }
  throw new Error(
    'No Chromium. Run `npx playwright install chromium`, or set CHROMIUM_PATH to a Chrome or Chromium binary.',
  )
}
