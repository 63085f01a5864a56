import { expect, test } from 'vitest'
import { VoiceActivity } from './voice-activity'

const [LOUD, QUIET] = [0.2, 0.001]

/** Feeds stretches of loudness in steps of 10 ms; answers what changed and when. */
function hear(ear: VoiceActivity, stretches: [rms: number, ms: number][]) {
  const changes: string[] = []
  let at = 0
  for (const [rms, ms] of stretches) {
    for (let step = 0; step < ms; step += 10) {
      at += 10
      const change = ear.hear(rms, 10)
      if (change)
        changes.push(`${change.kind} ${at}${change.kind === 'ended' ? ` ${change.seconds}` : ''}`)
    }
  }
  return changes
}

test('speech begins after 80 ms of sound and ends after a pause', () => {
  const changes = hear(new VoiceActivity(0.5), [
    [QUIET, 100],
    [LOUD, 1_000],
    [QUIET, 2_000],
  ])
  expect(changes).toEqual(['started 180', 'ended 1900 1'])
})

test('a click is not speech, and a short pause does not end it', () => {
  const ear = new VoiceActivity(0.5)
  expect(
    hear(ear, [
      [LOUD, 50],
      [QUIET, 500],
    ]),
  ).toEqual([])
  expect(
    hear(ear, [
      [LOUD, 500],
      [QUIET, 400],
      [LOUD, 500],
      [QUIET, 900],
    ]),
  ).toHaveLength(2)
})

test('with more sensitivity a turn ends sooner', () => {
  const endOf = (sensitivity: number) =>
    hear(new VoiceActivity(sensitivity), [
      [LOUD, 500],
      [QUIET, 2_000],
    ]).at(-1)
  expect(endOf(1)).toBe('ended 900 0.5')
  expect(endOf(0)).toBe('ended 1700 0.5')
})
