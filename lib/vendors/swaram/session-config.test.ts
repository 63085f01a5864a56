import { describe, expect, test } from 'vitest'
import type { Persona } from '@/lib/personas/persona'
import { presets } from '@/lib/personas/presets'
import { speaksFirst } from './instructions'
import { voiceConfig } from './session-config'
import { socketUrl } from './socket-url'

const persona = (change: Partial<Persona> = {}): Persona => {
  const [mira] = presets
  if (!mira) throw new Error('There are no presets')
  return { ...mira, ...change }
}

const talk = { model: 'mal-realtime-simple', prompt: 'Your name is Mira.', goesOn: false }
const sessionOf = (change: Partial<Persona> = {}, more = {}) =>
  voiceConfig(persona(change), { ...talk, ...more }).session

describe('a persona as Swaram is told of it', () => {
  test('has the whole prompt, then how to talk here, then the first words', () => {
    const greeting = { kind: 'said', text: 'Ciao, I’m Mira.', uninterruptible: false } as const
    const { instructions } = sessionOf({ greeting })
    expect(instructions).toMatch(
      /^Your name is Mira\.[\s\S]*Speak Malayalam[\s\S]*Ciao, I’m Mira\.$/,
    )
  })

  test.each([
    ['female', 'mal-female'],
    ['male', 'mal-male'],
  ] as const)('a %s persona speaks as %s', (gender, voice) => {
    expect(sessionOf({ casting: { avatar: 0, gender, voice: 3 } })).toMatchObject({ voice })
  })

  test('its tools are flat, chosen freely, and without a change of language', () => {
    const session = sessionOf({ tools: ['set_timer', 'change_language'] })
    expect(session).toMatchObject({
      tool_choice: 'auto',
      turn_detection: 'default',
      tools: [{ type: 'function', name: 'set_timer', parameters: { type: 'object' } }],
    })
    expect(session.tools).toHaveLength(1)
  })

  test('begins where it greets, and never where a lost talk goes on', () => {
    const greeting = { kind: 'none' } as const
    const improvised = { kind: 'improvised', uninterruptible: false } as const
    expect(speaksFirst({ greeting: improvised }, false)).toBe(true)
    expect(speaksFirst({ greeting: improvised }, true)).toBe(false)
    expect(speaksFirst({ greeting }, false)).toBe(false)
    expect(sessionOf({ greeting }).instructions).toContain('The other person speaks first')
    expect(sessionOf({}, { goesOn: true }).instructions).toContain('Do not greet')
  })
})

test.each([
  ['https://api.swaram.live', 'wss://api.swaram.live/v1/realtime?model=mal-realtime-simple'],
  ['http://localhost:4711/x', 'ws://localhost:4711/x/v1/realtime?model=mal-realtime-simple'],
])('the socket of %s is %s', (SWARAM_API_URL, url) => {
  expect(socketUrl({ SWARAM_API_URL, SWARAM_MODEL: talk.model })).toBe(url)
})
