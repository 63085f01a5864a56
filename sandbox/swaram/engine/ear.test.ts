import { describe, expect, test } from 'vitest'
import { tone } from '../testing/voice-client'
import { Ear } from './ear'

/** What changed, as words, in the order in which it did. */
function hear(pieces: Buffer[], ear = new Ear()): string[] {
  return pieces.flatMap((piece) =>
    ear
      .hear(piece)
      .map((change) => (change.kind === 'stopped' ? `stopped ${change.seconds}` : change.kind)),
  )
}

/** A sound cut into pieces of so many bytes, whatever a sample is. */
const cut = (sound: Buffer, bytes: number) =>
  Array.from({ length: Math.ceil(sound.length / bytes) }, (_, index) =>
    sound.subarray(index * bytes, (index + 1) * bytes),
  )

describe('the ear', () => {
  test('takes 100 ms of sound for speech, and 500 ms of quiet for its end', () => {
    expect(hear([tone(90), tone(1_000, 0)])).toEqual([])
    expect(hear([tone(100)])).toEqual(['started'])
    expect(hear([tone(1_000), tone(490, 0)])).toEqual(['started'])
    expect(hear([tone(1_000), tone(500, 0)])).toEqual(['started', 'stopped 1'])
  })

  test('bridges short pauses, and a whisper of noise is quiet', () => {
    const pieces = [tone(500), tone(400, 0), tone(500), tone(600, 0.01)]
    expect(hear(pieces)).toEqual(['started', 'stopped 1.4'])
  })

  test('needs the sound in one piece: clicks are no speech', () => {
    const clicks = Array.from({ length: 20 }, () => [tone(50), tone(50, 0)]).flat()
    expect(hear(clicks)).toEqual([])
  })

  test.each([1, 3, 7, 481, 4_799, 100_000])('hears the same in chunks of %i bytes', (bytes) => {
    const sound = Buffer.concat([tone(300, 0), tone(1_200), tone(600, 0)])
    const ear = new Ear()
    expect(hear(cut(sound, bytes), ear)).toEqual(['started', 'stopped 1.2'])
    expect(ear.bytesHeard).toBe(sound.length)
    expect(ear.secondsHeard).toBeCloseTo(2.1)
  })

  test('tells how loud it was', () => {
    const ear = new Ear()
    hear([tone(1_000, 0.5)], ear)
    expect(ear.loudness.rms).toBeCloseTo(0.5 / Math.SQRT2, 2)
    hear([tone(1_000, 0)], ear)
    expect(ear.loudness.rms).toBe(0)
    expect(ear.loudness.peakRms).toBeCloseTo(0.5 / Math.SQRT2, 1)
  })

  test('forgets what it is told to forget', () => {
    const ear = new Ear()
    hear([tone(400)], ear)
    ear.clear()
    expect(ear.speaking).toBe(false)
    expect(ear.unusedSeconds).toBe(0)
    expect(hear([tone(600, 0)], ear)).toEqual([])
  })
})
