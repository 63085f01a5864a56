import type { Page } from '@playwright/test'
import { comeAsGuest } from '../../e2e/fixtures'
import { Room } from '../../e2e/room'
import { median } from './median'

const starts = 10

/** Milliseconds from the press on `Start talking` to the first frame that the browser presents. */
export async function benchFirstFrame(newPage: () => Promise<Page>) {
  const page = await newPage()
  await comeAsGuest(page)
  const room = new Room(page)
  const times: number[] = []
  for (let i = 0; i < starts; i++) {
    const button = i === 0 ? 'Start talking' : 'Talk again'
    const measured = page.evaluate(
      (name) =>
        new Promise<number>((resolve) => {
          let pressed = 0
          const note = ({ target }: MouseEvent) => {
            const button = target instanceof Element ? target.closest('button') : null
            if (button?.textContent?.includes(name)) pressed = performance.now()
          }
          addEventListener('click', note, { capture: true })
          const wait = () => {
            const video = document.querySelector<HTMLVideoElement>('video#persona-video')
            if (!video || !pressed || !video.srcObject) return requestAnimationFrame(wait)
            video.requestVideoFrameCallback((now) => resolve(now - pressed))
          }
          wait()
        }),
      button,
    )
    await room.button(button).click()
    times.push(await measured)
    await page.waitForTimeout(1_000)
    await room.end()
  }
  console.log(
    `First frame after the press: median ${median(times).toFixed(0)} ms over ${starts} starts (${times.map((time) => time.toFixed(0)).join(', ')})`,
  )
}
