import { describe, expect, it } from 'vitest'
import { followsAfter } from './follow'

/** A window of 500 px on 2000 px. */
const at = (scrollTop: number) => ({ scrollTop, scrollHeight: 2_000, clientHeight: 500 })

describe('following the newest turn', () => {
  it('stops as soon as the reader scrolls up, however little', () => {
    expect(followsAfter(true, 1_500, at(1_490))).toBe(false)
  })

  it('goes on when only the content has grown', () => {
    expect(followsAfter(true, 1_400, at(1_400))).toBe(true)
  })

  it('does not begin on the way down', () => {
    expect(followsAfter(false, 900, at(1_200))).toBe(false)
  })

  it('begins again at the end, where a browser may stop a little before it', () => {
    expect(followsAfter(false, 1_200, at(1_497.5))).toBe(true)
  })
})
