import { expect, test } from 'vitest'
import { createPlayback } from './playback'

/** The audio thread's end of it is the test. */
function playback() {
  const { port1, port2 } = new MessageChannel()
  const received: (number | null)[] = []
  port2.onmessage = ({ data }) => received.push(data instanceof Int16Array ? data.length : data)
  let sounds = 0
  const player = createPlayback(port1, () => {
    sounds += 1
  })
  return {
    ...player,
    received,
    sounds: () => sounds,
    async heard(samples: number, isPlaying = true) {
      port2.postMessage([samples, isPlaying])
      await new Promise((resolve) => setTimeout(resolve, 5))
    },
    close() {
      port1.close()
      port2.close()
    },
  }
}

test('what is due comes as it is heard, in its order, and at once where nothing waits', async () => {
  const { play, afterwards, heard, isEmpty, received, sounds, close } = playback()
  const due: string[] = []
  afterwards(() => due.push('at once'))
  expect(due).toEqual(['at once'])
  play(new Int16Array(100))
  afterwards(() => due.push('after 100'))
  play(new Int16Array(50))
  play(new Int16Array(0))
  afterwards(() => due.push('after 150'))
  await heard(99)
  expect(due).toEqual(['at once'])
  await heard(100)
  expect(due).toEqual(['at once', 'after 100'])
  expect(isEmpty()).toBe(false)
  await heard(150, false)
  expect(due).toEqual(['at once', 'after 100', 'after 150'])
  expect(isEmpty()).toBe(true)
  expect(received).toEqual([100, 50])
  expect(sounds()).toBe(1)
  close()
})

test('what was flushed is never due, and what comes afterwards is due in its time', async () => {
  const { play, afterwards, flush, heard, isEmpty, received, close } = playback()
  const due: string[] = []
  play(new Int16Array(100))
  afterwards(() => due.push('dropped'))
  flush()
  expect(isEmpty()).toBe(true)
  // It was on its way when the flush was.
  await heard(40)
  play(new Int16Array(60))
  afterwards(() => due.push('next'))
  await heard(100)
  expect(due).toEqual([])
  await heard(160, false)
  expect(due).toEqual(['next'])
  expect(received).toEqual([100, null, 60])
  close()
})
