import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { personas } from '@/lib/db/schema'
import { countWrite } from '@/lib/personas/write-rate'
import { callsOf, control, problemIn, somebody } from '../testing/api'
import { hasFace } from '../testing/face'
import { nonna, personasOf } from '../testing/persona-api'

const owner = () => personasOf(somebody())
const json = async (response: Response) => response.json()

describe('a persona of one’s own', () => {
  test('is kept, read, saved again, and found in the list', async () => {
    const mine = owner()
    const { id, version } = await mine.keep()
    expect(await json(await mine.read(id))).toEqual({ id, version: 1, content: nonna, draft: null })
    const renamed = { ...nonna, name: 'Nonna Rosa' }
    expect(await json(await mine.save(id, { version, content: renamed }))).toEqual({ version: 2 })
    expect(await json(await mine.list('?q=rosa'))).toMatchObject({
      personas: [{ id, name: 'Nonna Rosa', language: 'it', isUnfinished: false, hasDraft: false }],
      total: 1,
    })
  })

  test('that was saved elsewhere meanwhile is not overwritten', async () => {
    const mine = owner()
    const { id, version } = await mine.keep()
    await mine.save(id, { version, content: { ...nonna, name: 'First' } })
    const late = await mine.save(id, { version, content: { ...nonna, name: 'Second' } })
    expect(late.status).toBe(409)
    expect(await problemIn(late)).toMatchObject({ code: 'conflict', errors: [{ path: 'version' }] })
    expect(await json(await mine.read(id))).toMatchObject({
      content: { name: 'First' },
      version: 2,
    })
  })

  test('is saved by exactly one of many who read the same version', async () => {
    const mine = owner()
    const { id, version } = await mine.keep()
    const saves = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        mine.save(id, { version, content: { ...nonna, name: `Number ${n}` } }),
      ),
    )
    expect(saves.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
  })

  test('goes, comes back for an hour, and is missing until then', async () => {
    const mine = owner()
    const { id } = await mine.keep()
    expect((await mine.remove(id)).status).toBe(204)
    expect((await mine.read(id)).status).toBe(404)
    expect((await mine.remove(id)).status).toBe(404)
    expect(await json(await mine.list())).toMatchObject({ total: 0 })
    expect((await mine.restore(id)).status).toBe(204)
    expect((await mine.restore(id)).status).toBe(204)
    expect(await json(await mine.read(id))).toMatchObject({ content: nonna })
  })

  test('that is asked for twice by one id is made once', async () => {
    const mine = owner()
    const id = crypto.randomUUID()
    const first = await mine.create({ id, draft: { name: 'Half' } })
    expect([first.status, await json(first)]).toEqual([201, { id, version: 1 }])
    const again = await Promise.all([
      mine.create({ id, draft: { name: 'Other' } }),
      mine.create({ id, content: nonna }),
    ])
    expect(again.map(({ status }) => status)).toEqual([200, 200])
    expect(await json(await mine.list())).toMatchObject({ total: 1, personas: [{ name: 'Half' }] })
    await mine.remove(id)
    expect((await mine.create({ id, content: nonna })).status).toBe(404)
    for (const wrong of ['1', 'mira', '../x', id.slice(1)]) {
      expect((await mine.create({ id: wrong, content: nonna })).status).toBe(400)
    }
  })

  test('says nothing of somebody else’s that has the id that was asked for', async () => {
    const theirs = await owner().keep()
    const mine = owner()
    const made = await mine.create({ id: theirs.id, content: nonna })
    expect(made.status).toBe(201)
    const { id } = await json(made)
    expect(id).not.toBe(theirs.id)
    expect(await json(await mine.read(id))).toMatchObject({ content: nonna })
    expect((await mine.read(theirs.id)).status).toBe(404)
  })

  test('can be a copy, of a preset too', async () => {
    const mine = owner()
    const { id } = await mine.keep()
    const copy = await json(await mine.duplicate(id))
    expect(await json(await mine.read(copy.id))).toMatchObject({
      content: { name: 'Nonna (copy)' },
    })
    const long = await mine.keep({ ...nonna, name: `${'n'.repeat(52)}😀 twin` })
    const cut = await json(await mine.duplicate(long.id))
    expect(await json(await mine.read(cut.id))).toMatchObject({
      content: { name: `${'n'.repeat(52)} (copy)` },
    })
    const jonas = await json(await mine.duplicate('jonas'))
    expect(await json(await mine.read(jonas.id))).toMatchObject({ content: { name: 'Jonas' } })
  })

  test('that is made again has a name of its own, and so has an import beside its original', async () => {
    const mine = owner()
    const { id } = await mine.keep()
    await Promise.all([mine.duplicate(id), mine.duplicate(id), mine.duplicate('jonas')])
    await mine.duplicate('jonas')
    const file = await json(await mine.export(id))
    await mine.import(file)
    await mine.import({ ...file, persona: { ...nonna, name: 'Only one' } })
    const { personas } = await json(await mine.list())
    expect(personas.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Jonas',
      'Jonas (copy)',
      'Nonna',
      'Nonna (copy 2)',
      'Nonna (copy 3)',
      'Nonna (copy)',
      'Only one',
    ])
  })
})

describe('a draft', () => {
  test('is kept beside what is saved, right or wrong, and gone once it is saved', async () => {
    const mine = owner()
    const { id } = await mine.keep()
    const draft = { ...nonna, name: '', systemPrompt: 4 }
    expect(await json(await mine.draft(id, { version: 1, draft }))).toEqual({ version: 2 })
    expect(await json(await mine.read(id))).toMatchObject({ content: nonna, draft, version: 2 })
    await mine.save(id, { version: 2, content: nonna })
    expect(await json(await mine.read(id))).toMatchObject({ draft: null, version: 3 })
  })

  test('is all there is of a persona that was never saved', async () => {
    const mine = owner()
    const { id } = await json(await mine.create({ draft: { name: 'Half' } }))
    expect(await json(await mine.list())).toMatchObject({
      personas: [{ id, name: 'Half', isUnfinished: true }],
    })
    expect((await mine.export(id)).status).toBe(400)
  })

  test('is found by the name it has now, until it is saved under another', async () => {
    const mine = owner()
    const { id } = await json(await mine.create({ draft: { name: 'N' } }))
    await mine.draft(id, { version: 1, draft: { name: 'Nepomuk' } })
    expect(await json(await mine.list('?q=nepomuk'))).toMatchObject({ total: 1 })
    await mine.save(id, { version: 2, content: nonna })
    await mine.draft(id, { version: 3, draft: { name: 'Nepomuk' } })
    expect(await json(await mine.list('?q=nepomuk'))).toMatchObject({ total: 0 })
    expect(await json(await mine.list('?q=nonna'))).toMatchObject({ total: 1 })
  })

  test('does not overwrite the draft of another tab', async () => {
    const mine = owner()
    const { id, version } = await mine.keep()
    await mine.draft(id, { version, draft: { name: 'One' } })
    expect((await mine.draft(id, { version, draft: { name: 'Two' } })).status).toBe(409)
    expect(await json(await mine.read(id))).toMatchObject({ draft: { name: 'One' } })
  })

  test.skipIf(!hasFace)(
    'can be talked to when it is finished, and says what is wrong when it is not',
    async () => {
      const person = somebody()
      const mine = personasOf(person)
      const { id } = await json(await mine.create({ draft: { name: 'Half' } }))
      expect(await problemIn(await person.mint({ personaId: id, draft: true }))).toMatchObject({
        code: 'invalid_request',
        errors: [{ path: 'systemPrompt' }],
      })
      const strange = { ...nonna, avatarId: 'nobody', llmId: 'nothing' }
      await mine.draft(id, { version: 1, draft: strange })
      expect(await problemIn(await person.mint({ personaId: id, draft: true }))).toMatchObject({
        code: 'invalid_request',
        errors: [{ path: 'avatarId' }, { path: 'llmId' }],
      })
      await mine.draft(id, { version: 2, draft: { ...nonna, name: 'Whole' } })
      await person.grant({ personaId: id, draft: true })
      expect(await person.rows()).toMatchObject([{ personaName: 'Whole' }])
    },
  )
})

describe('bad input', () => {
  test.each([
    [{ name: 'x'.repeat(61) }, 'content.name'],
    [{ name: '   ' }, 'content.name'],
    [{ name: 4 }, 'content.name'],
    [{ name: 'Bob\nAlice' }, 'content.name'],
    [{ name: 'NUL\u0000' }, 'content.name'],
    [{ name: 'half \ud83d' }, 'content.name'],
    [{ systemPrompt: 'x'.repeat(8_001) }, 'content.systemPrompt'],
    [{ systemPrompt: 'Hello {{visitor_nam}}' }, 'content.systemPrompt'],
    [{ greeting: { kind: 'said', text: '', uninterruptible: false } }, 'content.greeting.text'],
    [{ greeting: null }, 'content.greeting'],
    [{ language: 'italian' }, 'content.language'],
    [{ avatarId: 'nobody' }, 'content.avatarId'],
    [{ voiceId: 'nobody' }, 'content.voiceId'],
    [{ llmId: 'nobody' }, 'content.llmId'],
    [{ avatarModel: 'cara-9' }, 'content.avatarModel'],
    [
      { voiceDetection: { endOfSpeechSensitivity: 2 } },
      'content.voiceDetection.endOfSpeechSensitivity',
    ],
    [{ voiceDetection: { patience: 1 } }, 'content.voiceDetection.patience'],
    [
      { directorNotes: { style: { kind: 'preset', name: 'bored' } } },
      'content.directorNotes.style.name',
    ],
    [{ tools: ['rm -rf'] }, 'content.tools.0'],
    [{ tools: ['set_timer', 'set_timer'] }, 'content.tools'],
    [{ maxSessionSeconds: 5 }, 'content.maxSessionSeconds'],
    [{ openingLines: ['a', 'b', 'c', 'd'] }, 'content.openingLines'],
    [{ owner: 'me' }, 'content.owner'],
  ])('%j is refused with its field, and nothing is kept of it', async (wrong, path) => {
    const mine = owner()
    const { id } = await mine.keep()
    const response = await mine.save(id, { version: 1, content: { ...nonna, ...wrong } })
    expect(response.status).toBe(400)
    const { errors } = await problemIn(response)
    expect(errors?.map((error) => error.path)).toContain(path)
    expect(await json(await mine.read(id))).toMatchObject({ content: nonna, version: 1 })
  })

  test('of a new persona names its field, too', async () => {
    const mine = owner()
    const wrong = await mine.create({ content: { ...nonna, name: '' } })
    expect(await problemIn(wrong)).toMatchObject({ errors: [{ path: 'content.name' }] })
    for (const body of [{}, { content: nonna, draft: {} }, { persona: nonna }]) {
      expect((await mine.create(body)).status).toBe(400)
    }
    expect(await json(await mine.list())).toMatchObject({ total: 0 })
  })

  test('of a megabyte is refused before it is read to its end', async () => {
    const mine = owner()
    const response = await mine.create({ content: { ...nonna, systemPrompt: 'x'.repeat(1e6) } })
    expect(await problemIn(response)).toMatchObject({ code: 'payload_too_large', status: 413 })
  })

  test('in a draft is taken as it is, but not without bounds', async () => {
    const mine = owner()
    const nested = `{"draft":{"tools":${'['.repeat(7_000)}${']'.repeat(7_000)}}}`
    expect((await mine.create(nested)).status).toBe(400)
    const refused = [{ greeting: 'x'.repeat(61_000) }, { soul: 1 }, { name: '\u0000' }]
    for (const draft of refused) {
      expect((await mine.create({ draft })).status, JSON.stringify(draft).slice(0, 40)).toBe(400)
    }
    expect(await json(await mine.list())).toMatchObject({ total: 0 })
  })

  test('in a draft does not keep it from being found by what is right', async () => {
    const mine = owner()
    const wrong = [
      { language: '!!' },
      { language: {} },
      { openingLines: 5 },
      { openingLines: null },
    ]
    for (const fields of wrong) {
      const response = await mine.create({ draft: { name: 'Nepomuk', ...fields } })
      expect(response.status, JSON.stringify(fields)).toBe(201)
    }
    expect(await json(await mine.list('?q=nepomuk'))).toMatchObject({ total: wrong.length })
  })

  test('as a version is refused, also where no integer of the database holds it', async () => {
    const mine = owner()
    const { id } = await mine.keep()
    for (const version of [0, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      expect((await mine.save(id, { version, content: nonna })).status).toBe(400)
      expect((await mine.draft(id, { version, draft: null })).status).toBe(400)
    }
  })

  test('in a search finds nothing, and fails nothing', async () => {
    const mine = owner()
    await mine.keep()
    expect(await json(await mine.list('?q=nonna%00x'))).toMatchObject({ total: 0 })
    expect(await json(await mine.list('?q=%00'))).toMatchObject({ total: 1 })
  })

  test('as an id is answered as a missing one', async () => {
    const mine = owner()
    for (const id of ['missing', 'nul\u0000', '../presets', 'mira', 'x'.repeat(500)]) {
      expect((await mine.read(id)).status, id).toBe(404)
    }
  })

  test('as markup is kept as the text that it is', async () => {
    const mine = owner()
    const name = '<script>alert(1)</script>'
    const { id } = await mine.keep({ ...nonna, name })
    expect(await json(await mine.read(id))).toMatchObject({ content: { name } })
  })
})

test.skipIf(!hasFace)(
  'a persona is taken on trust while the vendor’s catalogue cannot be read',
  async () => {
    // The catalogue of this account is remembered; what matters is that it is not asked at each save.
    const mine = owner()
    const before = await callsOf('catalogue')
    await control('faults', { kind: 'catalogue', status: 500, times: 9 })
    const { id } = await mine.keep()
    expect((await mine.save(id, { version: 1, content: nonna })).status).toBe(200)
    expect(await callsOf('catalogue')).toBe(before)
  },
)

describe('a persona of another version of the app', () => {
  const kept = async (content: unknown) => {
    const person = somebody()
    const mine = personasOf(person)
    const { id } = await mine.keep()
    await (await db()).update(personas).set({ content }).where(eq(personas.id, id))
    return { person, mine, id }
  }

  test('is read with what it lacks as usual, and without what is unknown', async () => {
    const { tools: _, ...older } = nonna
    const { mine, id } = await kept({ ...older, soul: 1 })
    expect(await json(await mine.read(id))).toMatchObject({ content: { ...nonna, tools: [] } })
    expect(await json(await mine.list())).toMatchObject({ personas: [{ isUnreadable: false }] })
  })

  test('that cannot be read is listed, exported and deleted, and fails nothing', async () => {
    const content = { ...nonna, greeting: 'Eccoti!', room: 7 }
    const { mine, id } = await kept(content)
    expect(await json(await mine.list())).toMatchObject({
      personas: [{ id, name: 'Nonna', isUnreadable: true, isUnfinished: false }],
    })
    for (const response of [await mine.read(id), await mine.duplicate(id)]) {
      expect(response.status).toBe(404)
      expect((await problemIn(response)).detail).toContain('cannot be read any more')
    }
    expect(await json(await mine.export(id))).toEqual({
      format: 'vis-a-vis.persona',
      persona: content,
    })
    expect((await mine.remove(id)).status).toBe(204)
  })
})

test('a script that writes without end is told to wait, by every route that writes', async () => {
  const person = somebody()
  const mine = personasOf(person)
  const { id } = await mine.keep()
  for (let n = 1; n < 1_200; n += 1) countWrite(person.userId)
  const file = { format: 'vis-a-vis.persona', version: 1, persona: nonna }
  const refused = await Promise.all([
    mine.create({ content: nonna }),
    mine.save(id, { version: 1, content: { ...nonna, name: 'Other' } }),
    mine.draft(id, { version: 1, draft: { name: 'Other' } }),
    mine.remove(id),
    mine.restore(id),
    mine.duplicate(id),
    mine.import(file),
  ])
  for (const response of refused) {
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(500)
    expect(await problemIn(response)).toMatchObject({ code: 'rate_limited', status: 429 })
  }
  expect(await json(await mine.read(id))).toMatchObject({ version: 1, draft: null })
  expect(await json(await mine.list())).toMatchObject({ total: 1 })
})

describe('as many personas as can be kept', () => {
  test('are exactly as many, however many ask at once', async () => {
    const guest = personasOf(somebody(true))
    const tries = await Promise.all(
      Array.from({ length: 104 }, () => guest.create({ content: nonna })),
    )
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(100)
    const refused = tries.find(({ status }) => status !== 201)
    if (!refused) throw new Error('Nothing was refused')
    expect(await problemIn(refused)).toMatchObject({ code: 'conflict', status: 409 })
  })

  test('leave room for another when one is deleted, and none to bring it back then', async () => {
    const guest = personasOf(somebody(true))
    const kept = await Promise.all(Array.from({ length: 100 }, () => guest.keep()))
    const id = kept[0]?.id ?? ''
    await guest.remove(id)
    expect((await guest.create({ content: nonna })).status).toBe(201)
    expect((await guest.restore(id)).status).toBe(409)
  })
})

describe.skipIf(!hasFace)('who is there by default', () => {
  test('is whom the person chose, and the first preset once that one is gone', async () => {
    const person = somebody()
    const mine = personasOf(person)
    const { id } = await mine.keep()
    expect((await mine.chooseDefault(id)).status).toBe(204)
    await person.grant({ takeOver: true })
    await mine.remove(id)
    await person.grant({ takeOver: true })
    const rows = await person.rows()
    expect(rows.map(({ personaName }) => personaName)).toEqual(['Nonna', 'Mira'])
  })
})
