import { describe, expect, it } from 'vitest'
import { mouthAt } from './phonemes'
import { mouthDistance, nearestPose, POSES, poseAt } from './poses'

const word = [
  { phoneme: 'pau', endSeconds: 0.2 },
  { phoneme: 'aa', endSeconds: 0.4 },
  { phoneme: 'm', endSeconds: 0.5 },
  { phoneme: 'aa', endSeconds: 0.7 },
  { phoneme: 'uw', endSeconds: 0.9 },
]
const visemeAt = (seconds: number) => POSES[poseAt(word, seconds, false)]?.viseme

describe('mouths', () => {
  it('open for a vowel, shut for an m, round for an oo', () => {
    expect(visemeAt(0.28)).toBe('aa')
    expect(visemeAt(0.43)).toBe('mbp')
    expect(visemeAt(0.8)).toBe('oo')
  })

  it('rest before speech, after it and for a sound nobody knows', () => {
    expect(visemeAt(0)).toBe('rest')
    expect(visemeAt(3)).toBe('rest')
    expect(mouthAt([], 1).open).toBe(0)
    expect(mouthAt([{ phoneme: 'xyz', endSeconds: 1 }], 0.5).open).toBe(0)
  })

  it('blend neighbours: a vowel between two m opens less than a long one', () => {
    const short = [
      { phoneme: 'm', endSeconds: 0.1 },
      { phoneme: 'aa', endSeconds: 0.15 },
      { phoneme: 'm', endSeconds: 0.25 },
    ]
    expect(mouthAt(short, 0.1).open).toBeLessThan(mouthAt(word, 0.28).open)
  })

  it('are each nearest to themselves, and nearer neighbours win over the one before only when they look better', () => {
    for (const pose of POSES) {
      expect(nearestPose(pose.shape)).toBe(pose.id)
      for (const other of POSES) expect(nearestPose(pose.shape, other.id)).toBe(pose.id)
      expect(mouthDistance(pose.shape, pose.shape)).toBe(0)
    }
  })

  it('are few in a blink', () => {
    const seen = new Set<number>()
    for (let t = 0; t < 0.9; t += 0.005) seen.add(poseAt(word, t, true))
    expect(seen.size).toBeLessThanOrEqual(7)
    expect([...seen].some((id) => POSES[id]?.viseme === 'aa')).toBe(true)
  })
})
