import type { Page } from '@playwright/test'
import { type EngineWords, keepEngineChannel, receive } from '../../e2e/engine-words'
import { comeAsGuest } from '../../e2e/fixtures'
import { Room } from '../../e2e/room'

const turns = 2_000
const seconds = 8
/** Several times as many as anybody says. */
const wordsPerSecond = 15

const sentence =
  'What is said here is as long as a sentence in a talk often is, or a little longer. '

const turn = (index: number): EngineWords => ({
  id: `turn-${index}`,
  role: index % 2 ? 'persona' : 'user',
  text: sentence.repeat(1 + (index % 4)),
  ends: true,
})

interface Frames {
  perSecond: number
  /** The longest time between two, in milliseconds. */
  longest: number
}

/** Lets words arrive, and counts the frames of the page; with `pace`, while it is scrolled up and down by so many pixels a second. */
function countFrames(page: Page, pace: number): Promise<Frames> {
  return page.evaluate(
    ({ pace, seconds, wordsPerSecond }) =>
      new Promise<Frames>((resolve) => {
        const log = document.querySelector('[role="log"]')
        const data = { message_id: 'arriving', content_index: 0, role: 'persona', content: 'word ' }
        const message = JSON.stringify({ messageType: 'speechText', data })
        const words = setInterval(
          () => window.engineChannel?.dispatchEvent(new MessageEvent('message', { data: message })),
          1_000 / wordsPerSecond,
        )
        const began = performance.now()
        let last = began
        let longest = 0
        let frames = 0
        let direction = -1
        const frame = (now: number) => {
          frames += 1
          longest = Math.max(longest, now - last)
          if (log && pace) {
            if (log.scrollTop <= 0) direction = 1
            if (log.scrollTop + log.clientHeight >= log.scrollHeight - 1) direction = -1
            log.scrollTop += (direction * pace * (now - last)) / 1_000
          }
          last = now
          if (now - began < seconds * 1_000) return requestAnimationFrame(frame)
          clearInterval(words)
          resolve({ perSecond: (frames * 1_000) / (now - began), longest })
        }
        requestAnimationFrame(frame)
      }),
    { pace, seconds, wordsPerSecond },
  )
}

const inWords = ({ perSecond, longest }: Frames) =>
  `${perSecond.toFixed(1)} fps (longest frame ${longest.toFixed(0)} ms)`

/** Frames per second of the talk page with a long transcript, still and scrolled, while words arrive. */
export async function benchTranscript(newPage: () => Promise<Page>) {
  const page = await newPage()
  await keepEngineChannel(page)
  await comeAsGuest(page)
  const room = new Room(page)
  await room.start()
  await page.waitForTimeout(2_000)
  const empty = await countFrames(page, 0)

  const began = performance.now()
  await receive(
    page,
    Array.from({ length: turns }, (_, index) => turn(index)),
  )
  await room.transcript().getByRole('article').nth(turns).waitFor({ state: 'attached' })
  const filled = performance.now() - began
  const following = await countFrames(page, 0)
  const reading = await countFrames(page, 1_500)
  const skimming = await countFrames(page, 15_000)
  console.log(
    `Transcript of ${turns} turns, ${wordsPerSecond} words a second arriving: following ${inWords(following)}, scrolled by 1,500 px/s ${inWords(reading)}, by 15,000 px/s ${inWords(skimming)}; with no turns ${inWords(empty)}; filled in ${filled.toFixed(0)} ms`,
  )
  await room.button('End conversation').click()
  await room.button('Talk again').waitFor()
}
