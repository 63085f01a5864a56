import { CallFailure } from '@/lib/http/call-api'
import type { PersonaContent } from '../persona'
import type { PersonaApi } from './persona-api'
import { isSamePersona, tidied, workingCopy } from './working-copy'

type There = Awaited<ReturnType<PersonaApi['read']>>

/** What the server keeps of one persona, with the version that the next write has to give. */
export interface PersonaRow {
  /** Undefined until something is kept. */
  id: () => string | undefined
  version: () => number
  save: (content: PersonaContent) => Promise<void>
  /**
   * Null forgets what was written since it was saved. Answers what is there where it turned out to
   * be there already.
   */
  keep: (draft: PersonaContent | null) => Promise<There | undefined>
  /** Reads it anew: writes that follow go over what was read. */
  read: () => Promise<There | undefined>
  remove: () => Promise<void>
  /** The next write makes another row. */
  leave: () => void
}

/** Each call throws what the API throws. One at a time: each write needs the one before. */
export function createRow(
  api: PersonaApi,
  initial: { id: string; version: number } | undefined,
): PersonaRow {
  let { id, version } = initial ?? { id: undefined, version: 0 }
  /** The id of one that was asked for and that no answer came about. */
  let asked: string | undefined

  async function write(
    known: string,
    send: () => Promise<number>,
    isThere: (there: There) => boolean,
  ): Promise<There | undefined> {
    try {
      version = await send()
      return undefined
    } catch (error) {
      if (!(error instanceof CallFailure) || error.code !== 'conflict') throw error
      // Where an answer was lost on its way, the change in the way is one's own.
      const there = await api.read(known)
      if (!isThere(there)) throw error
      version = there.version
      return there
    }
  }

  /** Answers the id of one that an earlier call has made, with what was written by then. */
  async function create(beginning: Parameters<PersonaApi['create']>[1]) {
    asked ??= crypto.randomUUID()
    const created = await api.create(asked, beginning)
    asked = undefined
    id = created.id
    // As that call has left it: what was written since is a conflict like any other.
    version = 1
    return created.isNew ? undefined : id
  }

  return {
    id: () => id,
    version: () => version,
    async save(content) {
      const known = id ?? (await create({ content }))
      if (!known) return
      await write(
        known,
        () => api.save(known, version, content),
        (there) => there.draft === null && isSamePersona(there.content, content),
      )
    },
    async keep(draft) {
      if (!id && !draft) return undefined
      const known = id ?? (draft && (await create({ draft })))
      if (!known) return undefined
      return write(
        known,
        () => api.keepDraft(known, version, draft),
        ({ draft: kept, content }) => {
          // That there is no draft says nothing: another tab may have saved.
          if (draft === null) return false
          if (kept === null) return isSamePersona(content, tidied(draft))
          return isSamePersona(workingCopy(null, kept), draft)
        },
      )
    },
    async read() {
      if (!id) return undefined
      const there = await api.read(id)
      version = there.version
      return there
    },
    async remove() {
      if (id) await api.remove(id)
      else if (asked) await api.remove(asked).catch(ignoreMissing)
      id = undefined
      asked = undefined
    },
    leave() {
      id = undefined
      asked = undefined
      version = 0
    },
  }
}

/** It was asked for, and may never have been made. */
function ignoreMissing(error: unknown) {
  if (!(error instanceof CallFailure) || error.code !== 'not_found') throw error
}
