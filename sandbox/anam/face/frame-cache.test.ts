import { describe, expect, it } from 'vitest'
import { FrameCache } from './frame-cache'
import { FIRST_STATE } from './motion/face-state'

const frame = (mark = 0) => ({ width: 20, height: 10, data: new Uint8Array(300).fill(mark) })
const mouth = (pose: number) => ({ ...FIRST_STATE, pose })

describe('the cache of frames', () => {
  it('never holds more bytes than it may, and lets go of what was not used for longest', () => {
    const cache = new FrameCache(1000)
    for (const pose of [0, 1, 2]) cache.put('a', mouth(pose), frame())
    cache.get('a', mouth(0))
    cache.put('a', mouth(3), frame())
    expect(cache.bytes).toBe(900)
    expect(cache.get('a', mouth(1))).toBeUndefined()
    expect(cache.get('a', mouth(0))).toBeDefined()
  })

  it('counts a frame once when it is put twice', () => {
    const cache = new FrameCache(1000)
    cache.put('a', mouth(0), frame())
    cache.put('a', mouth(0), frame(1))
    expect(cache.bytes).toBe(300)
    expect(cache.get('a', mouth(0))?.data[0]).toBe(1)
  })

  it('finds the likest frame of the same scene, and none of another', () => {
    const cache = new FrameCache(10_000)
    cache.put('a', mouth(0), frame(0))
    cache.put('a', mouth(12), frame(12))
    expect(cache.nearest('a', mouth(11))?.data[0]).toBe(12)
    expect(cache.nearest('a', mouth(1))?.data[0]).toBe(0)
    expect(cache.nearest('b', mouth(11))).toBeUndefined()
  })

  it('takes nothing that is larger than all of it', () => {
    const cache = new FrameCache(100)
    cache.put('a', mouth(0), frame())
    expect(cache.bytes).toBe(0)
  })
})
