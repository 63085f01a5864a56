import type { Page } from '@playwright/test'
import { comeAsGuest } from '../../e2e/fixtures'
import { Room } from '../../e2e/room'
import { median } from './median'

const losses = 4

/**
 * How soon the page notices that the engine has died, and how soon video runs again: from the death,
 * in milliseconds. The engine dies without a word, as a machine does.
 */
export async function benchLostConnection(newPage: () => Promise<Page>, anam: string) {
  const page = await newPage()
  await comeAsGuest(page)
  const room = new Room(page)
  await room.start()
  const noticed: number[] = []
  const again: number[] = []
  for (let i = 0; i < losses; i++) {
    await page.waitForTimeout(2_500)
    const measured = page.evaluate(async () => {
      const stage = document.querySelector('section[data-phase]')
      const reached = async (phase: string) => {
        while (stage?.getAttribute('data-phase') !== phase) {
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        return Date.now()
      }
      const noticed = await reached('reconnecting')
      await reached('live')
      const video = document.querySelector<HTMLVideoElement>('video#persona-video')
      await new Promise((resolve) => video?.requestVideoFrameCallback(resolve))
      return { noticed, again: Date.now() }
    })
    const died = Date.now()
    await fetch(`${anam}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'engine-dead' }),
    })
    const seen = await measured
    noticed.push(seen.noticed - died)
    again.push(seen.again - died)
  }
  await room.end()
  const list = (times: number[]) => times.map((time) => time.toFixed(0)).join(', ')
  console.log(
    `A dead engine: noticed after ${median(noticed).toFixed(0)} ms (${list(noticed)}), video again after ${median(again).toFixed(0)} ms (${list(again)})`,
  )
}
