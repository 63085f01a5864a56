import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CaptionTrack, createCaptionTrack } from './caption'

let track: CaptionTrack
beforeEach(() => {
  vi.useFakeTimers()
  track = createCaptionTrack()
})
afterEach(() => {
  vi.useRealTimers()
})

const spoken = () => track.caption.get()?.spoken

describe('a caption track', () => {
  it('says the words of a chunk one by one', () => {
    track.hear('1', 'Good morning to you.')
    expect(track.caption.get()).toEqual({ spoken: 'Good', upcoming: ' morning to you.' })
    vi.advanceTimersByTime(500)
    expect(track.caption.get()).toEqual({ spoken: 'Good morning', upcoming: ' to you.' })
    vi.advanceTimersByTime(3_000)
    expect(track.caption.get()).toEqual({ spoken: 'Good morning to you.', upcoming: '' })
  })

  it('shows everything at the end of the message, then goes', () => {
    track.hear('1', 'Good morning to you.')
    track.end('1', false)
    expect(spoken()).toBe('Good morning to you.')
    vi.advanceTimersByTime(10_000)
    expect(spoken()).toBeUndefined()
  })

  it('stops at once when interrupted', () => {
    track.hear('1', 'Good morning to you.')
    track.end('1', true)
    vi.advanceTimersByTime(1_000)
    expect(track.caption.get()).toEqual({ spoken: 'Good', upcoming: '' })
  })

  it('begins again with the next message, and nothing is left of the one before', () => {
    track.hear('1', 'Good morning to you.')
    track.hear('2', 'Hello there.')
    track.end('1', true)
    vi.advanceTimersByTime(5_000)
    expect(spoken()).toBe('Hello there.')
  })

  it('tells only of changes', () => {
    const heard = vi.fn()
    track.hear('1', 'Good')
    track.caption.subscribe(heard)
    track.hear('1', ' ')
    vi.advanceTimersByTime(5_000)
    expect(heard).not.toHaveBeenCalled()
  })

  it('leaves no timer behind', () => {
    track.hear('1', 'Good morning to you.')
    track.clear()
    expect(vi.getTimerCount()).toBe(0)
  })
})
