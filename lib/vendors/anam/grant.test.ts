import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { blankContent } from '@/lib/personas/blank'
import type { Persona } from '@/lib/personas/persona'
import { emptyProfile } from '@/lib/personas/profile'
import { startAnam } from '@/sandbox/anam/start'
import { grantSession } from './grant'
import { sessionGrant } from './session-grant'

const anam = await startAnam({ port: 0 })
Object.assign(process.env, anam.env)

const persona: Persona = {
  ...blankContent,
  id: 'p',
  isPreset: false,
  name: 'Ada',
  systemPrompt: 'You explain engines.',
  greeting: { kind: 'said', text: 'Hello.', uninterruptible: true },
  tools: ['set_timer'],
}

async function granted(persona: Persona, goesOn = false) {
  const talk = { persona, preferences: emptyProfile, prompt: 'Everything it is told.' }
  const place = { id: crypto.randomUUID(), maxSeconds: 90, goesOn }
  return grantSession(talk, place, new AbortController().signal)
}

beforeAll(() => () => anam.close())

describe('a persona with a brain', () => {
  it('is granted with who thinks and how it begins, and the ledger knows both sides', async () => {
    const { grant, config } = await granted({ ...persona, brain: 'acme' })
    expect(sessionGrant.parse(JSON.parse(JSON.stringify(grant)))).toEqual(grant)
    expect(grant.brain).toEqual({ vendor: 'acme', greeting: { kind: 'said', text: 'Hello.' } })
    expect(config.sent).toMatchObject({
      llmId: 'CUSTOMER_CLIENT_V1',
      skipGreeting: true,
      brain: 'acme',
    })
    // Neither what it is told nor what it can do goes to a vendor that does not think.
    expect(JSON.stringify(decodeJwt(grant.sessionToken))).not.toMatch(/Everything|set_timer|acme/)
  })

  it('greets as it was written, and not again where the talk goes on', async () => {
    const greeting = async (greeting: Persona['greeting'], goesOn = false) =>
      (await granted({ ...persona, brain: 'acme', greeting }, goesOn)).grant.brain?.greeting
    expect(await greeting({ kind: 'improvised', uninterruptible: false })).toEqual({
      kind: 'improvised',
    })
    expect(await greeting({ kind: 'none' })).toEqual({ kind: 'none' })
    expect(await greeting(persona.greeting, true)).toEqual({ kind: 'none' })
  })
})

it('a grant without a brain says nothing of one', async () => {
  const { grant, config } = await granted(persona)
  expect(Object.keys(grant).toSorted()).toEqual([
    'apiBaseUrl',
    'expiresAt',
    'maxSessionSeconds',
    'sessionId',
    'sessionToken',
  ])
  expect(config.sent).not.toHaveProperty('brain')
})
