import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { context, problemIn, somebody } from './testing/api'
import { hasFace } from './testing/face'
import { nonna, personasOf } from './testing/persona-api'

const here = import.meta.dirname
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => file.replaceAll('\\', '/'))
/** What it names is everybody's. */
const isShared = (file: string) => file.startsWith('catalogue/')
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const handler = z.custom<
  (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
>((value) => typeof value === 'function')

/** A body that each of these routes takes; anything else takes none. */
const bodies: Record<string, unknown> = {
  'PUT personas/[id]': { version: 1, content: nonna },
  'PUT personas/[id]/draft': { version: 1, draft: { name: 'Mine now' } },
  'PATCH sessions/[id]': { event: 'ended', messages: [] },
  'POST sessions/[id]': { event: 'live' },
}

/** Every handler whose address names something. */
const named = files
  .filter((file) => file.includes('[id]') && !isShared(file))
  .flatMap((file) =>
    methods.map((method) => ({ file, method, name: file.replace('/route.ts', '') })),
  )

const [owner, stranger] = [somebody(), somebody()]
const theirs = { personas: '', sessions: '' }
const before = { persona: '', session: '' }

const readAll = async () => ({
  persona: await (await personasOf(owner).read(theirs.personas)).text(),
  session: await (await owner.read(theirs.sessions)).text(),
})

beforeAll(async () => {
  if (!hasFace) return
  theirs.personas = (await personasOf(owner).keep()).id
  theirs.sessions = (await owner.talk()).sessionId
  Object.assign(before, await readAll())
})

describe.skipIf(!hasFace)(
  'what belongs to somebody else is answered exactly as what does not exist',
  () => {
    test.each(named)('by $method $name', async ({ file, method, name }) => {
      const routes: Record<string, unknown> = await import(/* @vite-ignore */ join(here, file))
      const handle = handler.safeParse(routes[method]).data
      if (!handle) return
      const kind = name.startsWith('sessions') ? 'sessions' : 'personas'
      const ask = async (id: string) => {
        const path = `/api/${name.replace('[id]', id)}`
        const body = bodies[`${method} ${name}`]
        const response = await handle(await stranger.send(path, method, body), context({ id }))
        const { requestId: _, ...problem } = await problemIn(response)
        return { status: response.status, problem }
      }
      const foreign = await ask(theirs[kind])
      expect(foreign).toEqual(await ask(crypto.randomUUID()))
      expect(foreign.status).toBe(404)
      expect(await readAll()).toEqual(before)
    })

    test.each([
      ['talking to a persona', (id: string) => stranger.mint({ personaId: id })],
      ['talking to a draft', (id: string) => stranger.mint({ personaId: id, draft: true })],
      ['making it one’s default', (id: string) => personasOf(stranger).chooseDefault(id)],
    ])('when %s', async (_, ask) => {
      const foreign = await problemIn(await ask(theirs.personas))
      const missing = await problemIn(await ask(crypto.randomUUID()))
      expect({ ...foreign, requestId: '' }).toEqual({ ...missing, requestId: '' })
      expect(foreign.status).toBe(404)
    })

    test('in lists, where it is not at all', async () => {
      expect(await (await personasOf(stranger).list()).json()).toMatchObject({ total: 0 })
      expect(await (await personasOf(stranger).list('?q=nonna')).json()).toMatchObject({ total: 0 })
    })

    test('when a conversation of somebody else is to be carried on', async () => {
      const grant = await stranger.grant({ continues: theirs.sessions })
      expect(await stranger.rows()).toMatchObject([{ id: grant.sessionId, continues: null }])
      expect(await readAll()).toEqual(before)
    })
  },
)

test.skipIf(!hasFace)(
  'every route that names something is walked, and has nothing but the methods walked',
  () => {
    expect(new Set(named.map(({ name }) => name))).toEqual(
      new Set(
        files
          .filter((file) => file.includes('[') && !isShared(file))
          .map((file) => file.replace('/route.ts', '')),
      ),
    )
    expect(named.length).toBeGreaterThan(20)
  },
)
