import type { Page } from '@playwright/test'
import { comeAsGuest } from '../../e2e/fixtures'
import { Room } from '../../e2e/room'

const seconds = 10

/** Frames per second that each of three simultaneous conversations receives, and how many were dropped. */
export async function benchThreeAtOnce(newPage: () => Promise<Page>) {
  const rooms: Room[] = []
  for (let i = 0; i < 3; i++) {
    const page = await newPage()
    await comeAsGuest(page)
    const room = new Room(page)
    await room.start()
    rooms.push(room)
  }
  const rates = await Promise.all(
    rooms.map(async (room) => {
      const count = () =>
        room.video().evaluate((video: HTMLVideoElement) => {
          const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality()
          return { at: performance.now(), totalVideoFrames, droppedVideoFrames }
        })
      const before = await count()
      await room.page.waitForTimeout(seconds * 1_000)
      const after = await count()
      const frames = after.totalVideoFrames - before.totalVideoFrames
      const dropped = after.droppedVideoFrames - before.droppedVideoFrames
      return { fps: (frames * 1_000) / (after.at - before.at), dropped }
    }),
  )
  await Promise.all(rooms.map((room) => room.end()))
  const text = rates.map(({ fps, dropped }) => `${fps.toFixed(1)} fps (${dropped} dropped)`)
  console.log(`Three conversations at once, over ${seconds} s: ${text.join(', ')}`)
}
