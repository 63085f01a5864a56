import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CallFailure } from '@/lib/http/call-api'
import { blankContent } from '../blank'
import type { PersonaContent } from '../persona'
import { createDesk } from './desk'
import { openDesk, rememberDesk } from './open-desks'
import type { PersonaApi } from './persona-api'

const persona = (name: string): PersonaContent => ({
  ...blankContent,
  name,
  systemPrompt: 'You are here.',
})

/** The routes as a browser sees them: one row, its version, and how the network is. */
function server() {
  const row = {
    id: 'p-1',
    version: 0,
    content: null as PersonaContent | null,
    draft: null as PersonaContent | null,
    writes: [] as string[],
    /** The ids that were asked for. */
    made: [] as string[],
    failures: [] as CallFailure['code'][],
    /** Of answers that are lost on their way, when the work is done. */
    lost: 0,
    busy: 0,
    most: 0,
  }
  async function answer<T>(work: () => T): Promise<T> {
    row.busy += 1
    row.most = Math.max(row.most, row.busy)
    await new Promise((resolve) => setTimeout(resolve, 100))
    row.busy -= 1
    const code = row.failures.shift()
    if (code) throw new CallFailure({ code, detail: code })
    const done = work()
    if (row.lost === 0) return done
    row.lost -= 1
    throw new CallFailure({ code: 'offline', detail: 'Lost.' })
  }
  function write(version: number, change: Partial<typeof row>, name: string): number {
    if (version !== row.version) throw new CallFailure({ code: 'conflict', detail: 'Changed.' })
    Object.assign(row, change)
    row.version += 1
    row.writes.push(name)
    return row.version
  }
  const api: PersonaApi = {
    create: (id, beginning) =>
      answer(() => {
        const isNew = !row.made.includes(id)
        if (isNew) {
          row.made.push(id)
          write(0, beginning, 'create')
        }
        return { id: row.id, version: row.version, isNew }
      }),
    save: (_, version, content) =>
      answer(() => write(version, { content, draft: null }, `save ${content.name}`)),
    keepDraft: (_, version, draft) =>
      answer(() => write(version, { draft }, `draft ${draft?.name ?? 'none'}`)),
    read: () => answer(() => ({ ...row })),
    remove: () => answer(() => void row.writes.push('remove')),
  }
  return { row, api }
}

function kept(name = 'Ada') {
  const { row, api } = server()
  Object.assign(row, { version: 3, content: persona(name) })
  const saved = persona(name)
  const desk = createDesk({ api, initial: { id: 'p-1', version: 3, saved }, begin: saved })
  return { row, desk }
}

const kind = ({ state }: ReturnType<typeof createDesk>) => state.get().keeping.kind

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what is typed', () => {
  test('is kept once nobody types for a while, and only the newest of it', async () => {
    const { row, desk } = kept()
    for (const name of ['A', 'Ad', 'Ada L']) {
      desk.change(persona(name))
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(row.writes).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(row.writes).toEqual(['draft Ada L'])
    expect(kind(desk)).toBe('kept')
  })

  test('while it is being kept is kept next, one write at a time', async () => {
    const { row, desk } = kept()
    desk.change(persona('First'))
    await vi.advanceTimersByTimeAsync(850)
    desk.change(persona('Second'))
    const isKept = desk.flush()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await isKept).toBe(true)
    expect(row.writes).toEqual(['draft First', 'draft Second'])
    expect(row.most).toBe(1)
  })

  test('of a new persona makes one row, however fast one types', async () => {
    const { row, api } = server()
    const desk = createDesk({ api, initial: undefined, begin: blankContent })
    desk.change(persona('A'))
    void desk.flush()
    await vi.advanceTimersByTimeAsync(50)
    desk.change(persona('Ad'))
    void desk.flush()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(row.writes).toEqual(['create', 'draft Ad'])
    expect(desk.state.get().id).toBe('p-1')
  })

  test('of a new persona makes one row, also where the first answer is lost', async () => {
    const { row, api } = server()
    const desk = createDesk({ api, initial: undefined, begin: blankContent })
    row.lost = 1
    desk.change(persona('Ada'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kind(desk)).toBe('offline')
    desk.change(persona('Ada L'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(row.writes).toEqual(['create', 'draft Ada L'])
    expect(kind(desk)).toBe('kept')
  })

  test('of a new persona leaves no row when it is discarded before an answer came', async () => {
    const { row, api } = server()
    const desk = createDesk({ api, initial: undefined, begin: blankContent })
    row.lost = 1
    desk.change(persona('Ada'))
    await vi.advanceTimersByTimeAsync(1_000)
    const back = desk.discard()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await back).toBe('removed')
    expect(row.writes).toEqual(['create', 'remove'])
  })

  test('without a network is tried again by itself until it is kept', async () => {
    const { row, desk } = kept()
    row.failures.push('offline', 'offline')
    desk.change(persona('Ada L'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kind(desk)).toBe('offline')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kind(desk)).toBe('kept')
    expect(row.draft?.name).toBe('Ada L')
  })

  test('is tried again by itself, too, while the server has trouble, and not where it was refused', async () => {
    const { row, desk } = kept()
    row.failures.push('internal')
    desk.change(persona('Ada L'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kind(desk)).toBe('kept')
    row.failures.push('rate_limited')
    desk.change(persona('Ada Lov'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kind(desk)).toBe('kept')
    row.failures.push('payload_too_large')
    desk.change(persona('Ada Lo'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kind(desk)).toBe('failed')
    expect(row.writes).toEqual(['draft Ada L', 'draft Ada Lov'])
  })

  test('back to what is saved leaves no draft', async () => {
    const { row, desk } = kept()
    desk.change(persona('Ada L'))
    await vi.advanceTimersByTimeAsync(2_000)
    desk.change(persona('Ada'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(row.draft).toBeNull()
    expect(kind(desk)).toBe('saved')
  })

  test('by somebody whose session has ended waits, and is kept once they are back', async () => {
    const { row, desk } = kept()
    row.failures.push('unauthenticated')
    desk.change(persona('Ada L'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kind(desk)).toBe('signed-out')
    desk.tryAgain()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(row.draft?.name).toBe('Ada L')
  })

  test('goes into the draft without the lines that are still empty', async () => {
    const { row, desk } = kept()
    desk.change({ ...persona('Ada'), openingLines: ['', 'Hello', ' '] })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(row.draft?.openingLines).toEqual(['Hello'])
  })
})

describe('saving', () => {
  test('takes what stands in the form, tidied, and leaves no draft', async () => {
    const { row, desk } = kept()
    desk.change(persona('  Ada   Lovelace '))
    const saved = desk.save()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await saved).toBe('saved')
    expect(row.writes).toEqual(['save Ada Lovelace'])
    expect(desk.state.get()).toMatchObject({
      saved: { name: 'Ada Lovelace' },
      keeping: { kind: 'saved' },
    })
  })

  test('keeps afterwards what was typed while it went on', async () => {
    const { row, desk } = kept()
    desk.change(persona('One'))
    const saved = desk.save()
    await vi.advanceTimersByTimeAsync(50)
    desk.change(persona('Two'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await saved).toBe('saved')
    expect(row).toMatchObject({ content: { name: 'One' }, draft: { name: 'Two' } })
  })

  test('what the server finds wrong is told by field, and nothing is lost', async () => {
    const { row, desk } = kept()
    row.failures.push('invalid_request')
    desk.change(persona('Ada L'))
    const saved = desk.save()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await saved).toEqual({ errors: [] })
    expect(row).toMatchObject({ content: { name: 'Ada' }, draft: { name: 'Ada L' } })
  })
})

describe('a change in another tab', () => {
  async function conflict() {
    const parts = kept()
    Object.assign(parts.row, { version: 4, content: persona('Theirs') })
    parts.desk.change(persona('Mine'))
    await vi.advanceTimersByTimeAsync(2_000)
    return parts
  }

  test('is told, and nothing is written over until somebody says so', async () => {
    const { row, desk } = await conflict()
    expect(kind(desk)).toBe('conflict')
    desk.change(persona('Mine too'))
    void desk.flush()
    const saved = desk.save()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await saved).toBe('not-saved')
    expect(row.writes).toEqual([])
  })

  test('gives way to mine, as it stands in the form by then', async () => {
    const { row, desk } = await conflict()
    desk.change(persona('Mine, longer'))
    void desk.keepMine()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(row).toMatchObject({ content: { name: 'Theirs' }, draft: { name: 'Mine, longer' } })
    expect(kind(desk)).toBe('kept')
  })

  test('takes the place of mine, which can be brought back', async () => {
    const { row, desk } = await conflict()
    void desk.takeTheirs()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.state.get()).toMatchObject({
      persona: { name: 'Theirs' },
      aside: { name: 'Mine' },
      keeping: { kind: 'saved' },
    })
    expect(row.writes).toEqual([])
    desk.bringBack()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(row).toMatchObject({ content: { name: 'Theirs' }, draft: { name: 'Mine' } })
  })

  test('stays when mine is discarded, which can be brought back', async () => {
    const { row, desk } = await conflict()
    const back = desk.discard()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await back).toBe('discarded')
    expect(desk.state.get()).toMatchObject({
      persona: { name: 'Theirs' },
      aside: { name: 'Mine' },
      keeping: { kind: 'saved' },
    })
    expect(row.writes).toEqual([])
  })

  test('that is one’s own, whose answer was lost, is none', async () => {
    const { row, desk } = kept()
    desk.change(persona('Ada L'))
    Object.assign(row, { version: 4, draft: persona('Ada L') })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(kind(desk)).toBe('kept')
    desk.change(persona('Ada Lo'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(row.draft?.name).toBe('Ada Lo')
  })
})

describe('a save whose answer was lost', () => {
  test('is known once the server can be asked, and is no change of another tab', async () => {
    const { row, desk } = kept()
    desk.change(persona('Ada L'))
    row.failures.push('offline')
    void desk.save()
    await vi.advanceTimersByTimeAsync(50)
    Object.assign(row, { version: 4, content: persona('Ada L') })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kind(desk)).toBe('saved')
    expect(desk.state.get().saved?.name).toBe('Ada L')
    desk.change(persona('Ada Lo'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(row).toMatchObject({ content: { name: 'Ada L' }, draft: { name: 'Ada Lo' } })
  })
})

describe('a persona that was deleted somewhere else', () => {
  test('is written on as another one', async () => {
    const { row, desk } = kept()
    row.failures.push('not_found')
    desk.change(persona('Ada L'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(kind(desk)).toBe('gone')
    Object.assign(row, { id: 'p-2', version: 0, content: null })
    desk.beginAnew()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(row.draft?.name).toBe('Ada L')
    expect(desk.state.get()).toMatchObject({ id: 'p-2', saved: null, keeping: { kind: 'kept' } })
  })
})

describe('discarding', () => {
  test('brings back what is saved, and can be taken back', async () => {
    const { row, desk } = kept()
    desk.change(persona('Other'))
    await vi.advanceTimersByTimeAsync(1_000)
    const back = desk.discard()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await back).toBe('discarded')
    expect(desk.state.get().persona).toMatchObject({ name: 'Ada' })
    expect(row.draft).toBeNull()
    desk.bringBack()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(desk.state.get()).toMatchObject({ persona: { name: 'Other' }, aside: undefined })
    expect(row.draft?.name).toBe('Other')
  })

  test('that does not get through leaves what is typed', async () => {
    const { row, desk } = kept()
    desk.change(persona('Other'))
    row.failures.push('offline')
    const back = desk.discard()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await back).toBe('not-discarded')
    expect(desk.state.get()).toMatchObject({
      persona: { name: 'Other' },
      keeping: { kind: 'kept' },
    })
    expect(row.draft?.name).toBe('Other')
  })

  test('loses nothing that is typed meanwhile, whether it gets through or not', async () => {
    const { row, desk } = kept()
    desk.change(persona('Other'))
    row.failures.push('offline')
    void desk.discard()
    await vi.advanceTimersByTimeAsync(50)
    desk.change(persona('Other one'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(row.draft?.name).toBe('Other one')
    void desk.discard()
    await vi.advanceTimersByTimeAsync(50)
    desk.change(persona('Third'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.state.get()).toMatchObject({ persona: { name: 'Ada' }, aside: { name: 'Third' } })
  })

  test('of what was never saved leaves nothing', async () => {
    const { row, api } = server()
    const desk = createDesk({ api, initial: undefined, begin: blankContent })
    desk.change(persona('A'))
    await vi.advanceTimersByTimeAsync(1_000)
    const back = desk.discard()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await back).toBe('removed')
    expect(row.writes).toEqual(['create', 'remove'])
    expect(desk.state.get().id).toBeUndefined()
  })
})

describe('an open desk', () => {
  test('is found again where a page is older than what was typed', async () => {
    const { desk } = kept()
    rememberDesk('p-1', desk)
    expect(openDesk('p-1', 3)).toBe(desk)
    expect(openDesk('p-1', 4)).toBeUndefined()
    desk.change(persona('Ada L'))
    expect(openDesk('p-1', 9)).toBe(desk)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(openDesk('p-1', 4)).toBe(desk)
    expect(openDesk('p-1', 5)).toBeUndefined()
    expect(openDesk('p-2', 1)).toBeUndefined()
  })

  test('is forgotten once others were opened', () => {
    const { desk } = kept()
    rememberDesk('p-1', desk)
    for (let n = 2; n < 9; n += 1) rememberDesk(`p-${n}`, kept().desk)
    expect(openDesk('p-1', 1)).toBeUndefined()
  })
})
