import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { emptyProfile } from '@/lib/personas/profile'
import { begin, recordOf, somebody } from '../testing/api'
import { nonna, personasOf } from '../testing/persona-api'

const record = z.object({ personaConfig: z.looseObject({ systemPrompt: z.string() }) })
const recorded = z.object({
  context: z.string(),
  config: z.looseObject({ systemPrompt: z.string().optional() }),
  configHash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What the vendor was sent for a talk of this person, and what the ledger says of it. */
async function talk(person: ReturnType<typeof somebody>, body: unknown) {
  const grant = await person.grant(body)
  const { personaConfig } = record.parse(await recordOf(await begin(grant.sessionToken)))
  await person.report(grant.sessionId, { event: 'ended' })
  const ledger = recorded.parse(await (await person.read(grant.sessionId)).json())
  // How the vendor calls a persona that is made up for one session.
  const { type: _, ...sent } = personaConfig
  return { sent, ledger }
}

describe('a talk', () => {
  test('is told what the visitor tells about themselves, and not their email unless they say so', async () => {
    const person = somebody()
    const mine = personasOf(person)
    const about = { ...emptyProfile, displayName: 'Ann', about: 'I sail.', language: 'pt' }
    await mine.profile(about)
    const quiet = await talk(person, { personaId: 'omar' })
    expect(quiet.sent.systemPrompt).toContain('name: "Ann"\nabout: "I sail."')
    expect(quiet.sent.systemPrompt).toContain('prefers_to_speak: "Portuguese"')
    expect(quiet.sent.systemPrompt).not.toContain('@')
    await mine.profile({ ...about, sharesEmail: true })
    const open = await talk(person, { personaId: 'omar' })
    expect(open.sent.systemPrompt).toMatch(/email: "[^"]+@[^"]+"/)
  })

  test('is recorded as it was sent; the prompt only its owner may read', async () => {
    const person = somebody()
    const { id } = await personasOf(person).keep()
    const own = await talk(person, { personaId: id, context: 'sales', metadata: { lead: 'Pans' } })
    expect(own.ledger).toEqual({ ...own.ledger, context: 'sales', config: own.sent })
    expect(own.sent).toMatchObject({ initialMessage: 'Eccoti!', languageCode: 'it' })
    const preset = await talk(person, { personaId: 'omar' })
    const { systemPrompt: _, ...rest } = preset.sent
    expect(preset.ledger.config).toEqual(rest)
  })

  test('of the same configuration has the same hash, of another another one', async () => {
    const person = somebody()
    const first = await talk(person, { personaId: 'omar' })
    const same = await talk(person, { personaId: 'omar' })
    const other = await talk(person, { personaId: 'omar', context: 'sales' })
    expect(same.ledger.configHash).toBe(first.ledger.configHash)
    expect(other.ledger.configHash).not.toBe(first.ledger.configHash)
  })

  test('is no longer than the persona wants, and never longer than the server lets it', async () => {
    const person = somebody()
    const mine = personasOf(person)
    const short = await mine.keep({ ...nonna, maxSessionSeconds: 45 })
    const long = await mine.keep({ ...nonna, maxSessionSeconds: 7_200 })
    expect(await person.grant({ personaId: short.id })).toMatchObject({ maxSessionSeconds: 45 })
    const grant = await person.grant({ personaId: long.id, takeOver: true })
    expect(grant).toMatchObject({ maxSessionSeconds: 600 })
  })

  test('is with the face and voice that the visitor prefers, where the persona has none of its own', async () => {
    const person = somebody()
    const mine = personasOf(person)
    const usual = await talk(person, { personaId: 'omar' })
    const { avatarId, voiceId } = (await talk(person, { personaId: 'amara' })).sent
    await mine.profile({ ...emptyProfile, avatarId, voiceId })
    const preferred = await talk(person, { personaId: 'omar' })
    expect(preferred.sent).toMatchObject({ avatarId, voiceId })
    expect(usual.sent.avatarId).not.toBe(avatarId)
  })
})
