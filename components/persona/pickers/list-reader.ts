import type { Filters } from '@/lib/catalogue/client'
import { inTime } from '@/lib/catalogue/in-time'
import type { CataloguePage } from '@/lib/catalogue/items'
import { createStore, type Store } from '@/lib/conversation/store'

/** `reading` names the page that is on its way, `failed` the one that did not come. */
export type ListState = { kind: 'ready' } | { kind: 'reading' | 'failed'; page: number }

/** Time that somebody who types has for the next letter, in ms. */
const pauseMs = 250

interface ReaderState<Item, Page> {
  filters: Filters
  items: Item[]
  /** The page read last: totals, and what the list has besides. */
  last: Page | null
  /** What was chosen when the list was read anew: it keeps its place. */
  pinned: string | null
  state: ListState
}

interface ReaderOptions<Page> {
  read: (filters: Filters, page: number, signal: AbortSignal) => Promise<Page>
  /** The first page of everything; null where it could not be read. */
  initial: Page | null
}

export interface ListReader<Item, Page> {
  state: Store<ReaderState<Item, Page>>
  /** Whoever types wants the answer to the last letter, not to each. */
  search: (more: Filters, chosen: string | null) => void
  readOn: (chosen: string | null) => void
  tryAgain: (chosen: string | null) => void
  stop: () => void
}

/** A list of the catalogue as far as it is read: what is in it was always asked for with one set of filters. */
export function createListReader<Item extends { id: string }, Page extends CataloguePage<Item>>({
  read,
  initial,
}: ReaderOptions<Page>): ListReader<Item, Page> {
  const state = createStore<ReaderState<Item, Page>>({
    filters: {},
    items: initial?.items ?? [],
    last: initial,
    pinned: null,
    state: initial ? { kind: 'ready' } : { kind: 'failed', page: 1 },
  })
  const set = (part: Partial<ReaderState<Item, Page>>) => state.set({ ...state.get(), ...part })
  /** What the items were asked for with. */
  let answered: Filters = state.get().filters
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop() {
    running?.abort()
    clearTimeout(timer)
  }

  async function ask(page: number, chosen: string | null) {
    stop()
    const controller = new AbortController()
    running = controller
    const { filters } = state.get()
    // Another page of another list would stand among these.
    const asked = filters === answered ? page : 1
    set({ state: { kind: 'reading', page: asked } })
    try {
      const answer = await inTime((signal) => read(filters, asked, signal), controller)
      if (controller.signal.aborted) return
      answered = filters
      const { items, pinned } = state.get()
      set({
        items: asked === 1 ? answer.items : joined(items, answer.items),
        pinned: asked === 1 ? chosen : pinned,
        last: answer,
        state: { kind: 'ready' },
      })
    } catch {
      if (running === controller) set({ state: { kind: 'failed', page: asked } })
    }
  }

  return {
    state,
    search(more, chosen) {
      set({ filters: { ...state.get().filters, ...more } })
      clearTimeout(timer)
      if (more.search === undefined) return void ask(1, chosen)
      timer = setTimeout(() => void ask(1, chosen), pauseMs)
    },
    readOn: (chosen) => void ask((state.get().last?.page ?? 0) + 1, chosen),
    tryAgain(chosen) {
      const { state: now } = state.get()
      void ask(now.kind === 'failed' ? now.page : 1, chosen)
    },
    stop() {
      stop()
      // What was asked for last tells nothing any more.
      running = undefined
    },
  }
}

/** The catalogue may have moved on between two pages: nobody is there twice. */
function joined<Item extends { id: string }>(known: Item[], more: Item[]): Item[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...more.filter(({ id }) => !ids.has(id))]
}
