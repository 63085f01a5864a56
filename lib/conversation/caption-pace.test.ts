import { describe, expect, it } from 'vitest'
import { advance, complete, cutOff, hear, isWaiting, type Pace, unheard } from './caption-pace'

const said = ({ text, said }: Pace) => text.slice(0, said)
const heard = (text: string, now = 0) => advance(hear(unheard, text, now), now)

/** When each word is said, in milliseconds, if nothing more comes. */
function times(pace: Pace): number[] {
  const all: number[] = []
  let current = pace
  for (let now = 0; now < 20_000; now += 10) {
    const next = advance(current, now)
    if (next !== current) all.push(now)
    current = next
  }
  return all
}

describe('the pace of a caption', () => {
  it('says the first word of a chunk when it comes', () => {
    expect(said(heard('Good morning to you.'))).toBe('Good')
  })

  it('spreads the other words at an ordinary rate, long ones longer', () => {
    const [one = 0, two = 0, three = 0] = times(heard('I understand you well enough.'))
    expect(one).toBeLessThan(150)
    expect(two - one).toBeGreaterThan(600)
    expect(three - two).toBeLessThan(400)
  })

  it('says 150 words a minute or so', () => {
    const text = Array.from({ length: 25 }, () => 'about').join(' ')
    expect(times(heard(text)).at(-1)).toBeGreaterThan(8_000)
    expect(times(heard(text)).at(-1)).toBeLessThan(12_000)
  })

  it('says words that come one by one as they come', () => {
    let pace = heard('Good ', 0)
    pace = advance(hear(pace, 'morning ', 100), 100)
    pace = advance(hear(pace, 'everybody.', 200), 200)
    expect(said(pace)).toBe('Good morning everybody.')
  })

  it('catches up with what should have been said before the newest chunk', () => {
    const first = 'One two three four five six seven eight nine ten'
    const slow = advance(heard(first), 2_000)
    const hurried = advance(hear(advance(heard(first), 1_000), ' and then some more', 1_000), 2_000)
    expect(hurried.said).toBeGreaterThan(slow.said)
    expect(hurried.said).toBeLessThan(hurried.text.length)
  })

  it('goes on where it was when the page slept', () => {
    expect(isWaiting(advance(heard('One two three four.'), 60_000))).toBe(false)
  })

  it('joins a word that comes in two pieces', () => {
    const pace = advance(hear(heard('Good mor', 0), 'ning', 1_000), 1_000)
    expect(said(advance(pace, 2_000))).toBe('Good morning')
  })

  it('takes its time for a script without spaces', () => {
    const [, second = 0, third = 0] = times(heard('おはようございます'))
    expect(third - second).toBeGreaterThanOrEqual(100)
  })

  it('has said everything at the end of the message', () => {
    expect(said(complete(heard('One two three.')))).toBe('One two three.')
  })

  it('knows nothing more when it was cut off', () => {
    expect(cutOff(heard('One two three.'))).toMatchObject({ text: 'One', said: 3 })
  })
})
