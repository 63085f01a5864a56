import { describe, expect, it } from 'vitest'
import { conversation, phonemesOf } from '../talk-sample'
import { blinkAt } from './blink'
import { FIRST_STATE, faceState, stateKey } from './face-state'
import { HEADS } from './head-motion'
import { pauses } from './phonemes'
import { POSES } from './poses'

const silence = { speech: null, listening: false }
const clock = (seconds: number) => Array.from({ length: seconds * 25 }, (_, i) => i / 25)

describe('a face over time', () => {
  it('begins the same for every seed, with the state of the still', () => {
    for (let seed = 0; seed < 500; seed++)
      expect(faceState(seed, { seconds: 0, ...silence }, 0)).toEqual(FIRST_STATE)
  })

  it('is the same again for the same moment, and another for another seed', () => {
    const play = (seed: number) =>
      [...conversation(20)].map((input) => stateKey(faceState(seed, input, 0))).join()
    expect(play(3)).toBe(play(3))
    expect(play(3)).not.toBe(play(4))
  })

  it('uses only mouths and heads that can be drawn, few enough to keep', () => {
    const seen = new Set<string>()
    for (let seed = 1; seed < 13; seed++)
      for (const input of conversation(120)) {
        const state = faceState(seed, input, input.listening ? 3 : 0)
        expect(POSES[state.pose]).toBeDefined()
        expect(HEADS[state.head]).toBeDefined()
        seen.add(stateKey(state))
      }
    expect(seen.size).toBeLessThan(260)
  })

  it('holds its mouth shut in silence and while it listens', () => {
    for (const seconds of clock(60))
      expect(faceState(5, { seconds, speech: null, listening: true }, 3).pose).toBe(0)
  })

  it('nods while it listens and moves about while it speaks', () => {
    const heads = (listening: boolean) =>
      new Set(
        clock(30).map(
          (seconds) => faceState(5, { seconds, speech: null, listening }, listening ? 3 : 0).head,
        ),
      )
    expect([...heads(true)].some((head) => head >= 9 && head <= 12)).toBe(true)
    expect([...heads(false)].some((head) => head >= 9 && head <= 12)).toBe(false)
    const phonemes = phonemesOf(0)
    const speaking = clock(5).map(
      (seconds) =>
        faceState(5, { seconds, speech: { phonemes, seconds }, listening: false }, 0).head,
    )
    expect(new Set(speaking).size).toBeGreaterThan(3)
  })
})

describe('blinks', () => {
  const blinks = (seed: number, quiet?: number[]) =>
    clock(60).filter(
      (t, i, all) => blinkAt(seed, t, quiet) > 0 && !blinkAt(seed, all[i - 1] ?? 0, quiet),
    )

  it('come ten to thirty times a minute, and not in step for two seeds', () => {
    for (let seed = 0; seed < 40; seed++) {
      expect(blinks(seed).length).toBeGreaterThan(9)
      expect(blinks(seed).length).toBeLessThan(31)
    }
    expect(blinks(1)).not.toEqual(blinks(2))
  })

  it('shut the eyes on the way and open them again', () => {
    const lids = new Set(clock(60).map((t) => blinkAt(1, t)))
    expect(lids).toEqual(new Set([0, 0.5, 1]))
  })

  it('move into a pause that is near', () => {
    const first = blinks(1)[0] ?? 0
    const moved = blinks(1, [first + 0.5])[0] ?? 0
    expect(moved).toBeGreaterThan(first + 0.3)
    expect(moved).toBeLessThan(first + 0.6)
  })

  it('find the pauses of an utterance, not its leading silence', () => {
    const list = ['pau', 'aa', 'pau', 'aa'].map((phoneme, i) => ({ phoneme, endSeconds: i + 1 }))
    expect(pauses(list)).toEqual([2.5])
  })
})
