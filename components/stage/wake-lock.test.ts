import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepAwake } from './wake-lock'

/** A page of which a test can say whether it is seen; hiding it takes its locks, as browsers do. */
class Page extends EventTarget {
  hidden = false
  locks: { released: boolean; release: () => Promise<void> }[] = []
  wakeLock = {
    request: async () => {
      if (this.hidden) throw new DOMException('Hidden', 'NotAllowedError')
      const lock = {
        released: false,
        release: async () => {
          lock.released = true
        },
      }
      this.locks.push(lock)
      return lock
    },
  }
  show(isShown: boolean) {
    this.hidden = !isShown
    if (!isShown) for (const lock of this.locks) lock.released = true
    this.dispatchEvent(new Event('visibilitychange'))
  }
  held = () => this.locks.filter(({ released }) => !released).length
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
let page: Page

beforeEach(() => {
  page = new Page()
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', page)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('the screen stays awake until it is let go', async () => {
  const letGo = keepAwake()
  await settled()
  expect(page.held()).toBe(1)
  letGo()
  expect(page.held()).toBe(0)
})

it('is kept awake again when the page comes back', async () => {
  const letGo = keepAwake()
  await settled()
  page.show(false)
  expect(page.held()).toBe(0)
  page.show(true)
  await settled()
  expect(page.held()).toBe(1)
  letGo()
  page.show(true)
  await settled()
  expect(page.held()).toBe(0)
})

it('a lock that comes after the end is let go at once', async () => {
  const letGo = keepAwake()
  letGo()
  await settled()
  expect(page.locks).toHaveLength(1)
  expect(page.held()).toBe(0)
})

it('asks nobody twice at once', async () => {
  keepAwake()
  page.show(true)
  page.show(true)
  await settled()
  expect(page.held()).toBe(1)
})

it('does nothing where there is no wake lock', () => {
  vi.stubGlobal('navigator', {})
  expect(() => keepAwake()()).not.toThrow()
})
