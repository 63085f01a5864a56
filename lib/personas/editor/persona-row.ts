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

  async function create(beginning: Parameters<PersonaApi['create']>[0]) {
    const created = await api.create(beginning)
    id = created.id
    version = created.version
  }

  return {
    id: () => id,
    version: () => version,
    async save(content) {
      const known = id
      if (!known) return create({ content })
      await write(
        known,
        () => api.save(known, version, content),
        (there) => there.draft === null && isSamePersona(there.content, content),
      )
    },
    async keep(draft) {
      const known = id
      if (!known) {
        if (draft) await create({ draft })
        return undefined
      }
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
      id = undefined
    },
    leave() {
      id = undefined
      version = 0
    },
  }
}
