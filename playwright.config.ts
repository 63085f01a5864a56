import { defineConfig } from '@playwright/test'
import { ensureBrowser } from './e2e/browser'
import { microphoneFiles } from './e2e/microphone-files'
import { neutralEnv } from './e2e/neutral-env'
import { otherBrowsers } from './e2e/other-browsers'

const port = Number(process.env.E2E_PORT ?? 3100)

/** Flags of every Chromium here: a microphone that needs no permission, and no traffic of its own. */
const flags = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

const browser = ensureBrowser()
const listeningTo = (file: string) => ({
  launchOptions: { ...browser, args: [...flags, `--use-file-for-fake-audio-capture=${file}`] },
})

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Real video on few cores: more conversations at once would measure the machine, not the product.
  workers: 2,
  timeout: 60_000,
  // Video and sound on a busy machine: what fails once is listed as flaky, what fails twice is broken.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    permissions: ['microphone'],
    // Pictures of a page with running video would cost as much as the video.
    trace: { mode: 'retain-on-failure', screenshots: false },
    ...listeningTo(microphoneFiles.silence),
  },
  globalSetup: './e2e/microphone-files.ts',
  projects: [
    {
      name: 'quiet',
      testIgnore: [/launcher\.spec/, /other-browsers\.spec/, /e2e\/matrix\//],
      grepInvert: /@speech/,
    },
    // Each worker has an app and vendors of its own, which it may break.
    { name: 'matrix', testMatch: /e2e\/matrix\/.*\.spec/ },
    { name: 'spoken', grep: /@speech/, use: listeningTo(microphoneFiles.speech) },
    ...otherBrowsers().map((browserName) => ({
      name: browserName,
      testMatch: /other-browsers\.spec/,
      // Flags and permissions are Chromium's.
      use: { browserName, permissions: [], launchOptions: {} },
    })),
    // Deaths of processes, and two hundred mints at once: last, and beside nothing else.
    {
      name: 'alone',
      testMatch: /launcher\.spec/,
      workers: 1,
      dependencies: ['quiet', 'spoken', 'matrix'],
    },
  ],
  webServer: {
    command: 'node --import tsx sandbox/run.ts preview',
    url: `http://localhost:${port}/api/health`,
    env: {
      PORT: String(port),
      DATA_DIR: '.data/e2e',
      PGLITE_DIR: 'memory://',
      ...neutralEnv,
    },
    reuseExistingServer: false,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    timeout: 90_000,
  },
})
