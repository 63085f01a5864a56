import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemIn, somebody } from '@/app/api/testing/api'
import { hasFace } from '@/app/api/testing/face'
import { nonna, personasOf } from '@/app/api/testing/persona-api'
import { db } from '@/lib/db/client'
import { personas } from '@/lib/db/schema'
import { documentOf, personaDocument } from './document'
import { findPersona } from './find-persona'
import { personaContent } from './persona'

const { brain: _, ...beforeBrains } = nonna

describe('a persona that was kept before there was a choice of brains', () => {
  test('is read as one without', async () => {
    const person = somebody()
    const mine = personasOf(person)
    const { id } = await mine.keep()
    const open = await db()
    await open
      .update(personas)
      .set({ content: beforeBrains, draft: { name: 'Nonna Rosa' } })
      .where(eq(personas.id, id))
    expect((await (await mine.read(id)).json()).content).toEqual(nonna)
    expect(await findPersona(open, { userId: person.userId, personaId: id })).toMatchObject(nonna)
    const draft = await findPersona(open, { userId: person.userId, personaId: id, draft: true })
    expect(draft).toMatchObject({ ...nonna, name: 'Nonna Rosa' })
    const exported = personaDocument.parse(await (await mine.export(id)).json())
    expect(exported.persona).toEqual(nonna)
  })

  test('is imported from its file', async () => {
    const mine = personasOf(somebody())
    const file = { ...documentOf(nonna), persona: beforeBrains }
    const imported = await mine.import(file)
    expect(imported.status).toBe(201)
    const { id } = await imported.json()
    expect(await (await mine.export(id)).json()).toEqual(documentOf(nonna))
  })
})

describe('a brain', () => {
  test('that is not set up here is refused where the persona is saved, by its field', async () => {
    const mine = personasOf(somebody())
    const refused = await mine.create({ content: { ...nonna, brain: 'nobody-here' } })
    expect(refused.status).toBe(400)
    const { errors } = await problemIn(refused)
    expect(errors).toEqual([
      { path: 'content.brain', message: expect.stringMatching(/not set up/) },
    ])
  })

  test.skipIf(!hasFace)(
    'that is gone when somebody wants to talk is told before a place is held',
    async () => {
      const person = somebody()
      const mine = personasOf(person)
      const { id } = await mine.keep()
      const open = await db()
      const content = { ...nonna, brain: 'nobody-here' }
      await open.update(personas).set({ content }).where(eq(personas.id, id))
      const refused = await person.mint({ personaId: id })
      expect(await problemIn(refused)).toMatchObject({
        code: 'invalid_request',
        errors: [{ path: 'brain' }],
      })
      expect(await person.rows()).toEqual([])
    },
  )

  test('may be any short id, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (brain) => {
        const isId = /^[a-z][a-z0-9-]{0,39}$/.test(brain)
        expect(personaContent.safeParse({ ...nonna, brain }).success).toBe(isId)
      }),
    )
    expect(personaContent.parse({ ...nonna, brain: 'a1-b' }).brain).toBe('a1-b')
  })
})
