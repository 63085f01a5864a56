import type { Page } from '@playwright/test'
import { z } from 'zod'
import { comeAsGuest } from '../../e2e/fixtures'
import { Room } from '../../e2e/room'
import { vendorSessions } from '../../e2e/stand-ins'

const cycles = 50

declare global {
  interface Window {
    openedTracks: MediaStreamTrack[]
    gc?: () => void
  }
}

const heap = z.object({ usedSize: z.number() })

/** Fifty conversations in one tab: sessions left open, microphone tracks left live, growth of the page's heap. */
export async function benchLeaks(newPage: () => Promise<Page>, anam: string) {
  const page = await newPage()
  await page.addInitScript(() => {
    window.openedTracks = []
    const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await original(constraints)
      window.openedTracks.push(...stream.getTracks())
      return stream
    }
  })
  await comeAsGuest(page)
  const devtools = await page.context().newCDPSession(page)
  const used = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    return heap.parse(await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  const room = new Room(page)
  const sizes: number[] = []
  for (let i = 0; i < cycles; i++) {
    await room.button(i === 0 ? 'Start talking' : 'Talk again').click()
    await room.button('End conversation').waitFor()
    await room.end()
    if (i === 9 || i === cycles - 1) sizes.push(await used())
  }
  await page.waitForTimeout(2_000)
  const live = await page.evaluate(
    () => window.openedTracks.filter((track) => track.readyState === 'live').length,
  )
  const opened = await page.evaluate(() => window.openedTracks.length)
  const open = await vendorSessions(undefined, anam)
  console.log(
    `${cycles} starts and stops: ${open.length} vendor sessions open, ${live} of ${opened} microphone tracks live, page heap ${sizes.map((size) => size.toFixed(1)).join(' MB after 10, ')} MB after ${cycles}`,
  )
}
