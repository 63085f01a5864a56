import { useEffect, useRef, useState } from 'react'
import { type CatalogueList, type Filters, fetchPage } from '@/lib/catalogue/client'
import type { CataloguePage } from '@/lib/catalogue/items'

/** `reading` names the page that is on its way, `failed` the one that did not come. */
export type ListState = { kind: 'ready' } | { kind: 'reading' | 'failed'; page: number }

/** Time that somebody who types has for the next letter, in ms. */
const pauseMs = 250

interface Options<Item, Page extends CataloguePage<Item>> {
  list: CatalogueList<Item, Page>
  /** The first page of everything; null where the catalogue could not be read. */
  initial: Page | null
  /** What is chosen; keeps its place in front while a search leaves it out. */
  value: string | null
}

/** A list of the catalogue as far as it is read, and how to search it and to read on. */
export function useCatalogueList<Item extends { id: string }, Page extends CataloguePage<Item>>({
  list,
  initial,
  value,
}: Options<Item, Page>) {
  const [filters, setFilters] = useState<Filters>({})
  const [items, setItems] = useState<Item[]>(initial?.items ?? [])
  const [last, setLast] = useState<Page | null>(initial)
  const [state, setState] = useState<ListState>(
    initial ? { kind: 'ready' } : { kind: 'failed', page: 1 },
  )
  const [pinned, setPinned] = useState<string | null>(null)
  const running = useRef<AbortController>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => stop(running.current, timer.current), [])

  async function read(asked: Filters, page: number) {
    stop(running.current, timer.current)
    const controller = new AbortController()
    running.current = controller
    setState({ kind: 'reading', page })
    try {
      const answer = await fetchPage(list, asked, page, controller.signal)
      if (controller.signal.aborted) return
      setItems((known) => (page === 1 ? answer.items : joined(known, answer.items)))
      if (page === 1) setPinned(value)
      setLast(answer)
      setState({ kind: 'ready' })
    } catch {
      if (!controller.signal.aborted) setState({ kind: 'failed', page })
    }
  }

  return {
    filters,
    items,
    /** The page read last: totals, and what the list has besides. */
    last,
    state,
    /** What is chosen, or was when the list was last searched, where it is not among what was found. */
    ahead: [...new Set([pinned, value])].flatMap((id) =>
      id === null || items.some((item) => item.id === id) ? [] : [id],
    ),
    search(more: Filters) {
      const asked = { ...filters, ...more }
      setFilters(asked)
      clearTimeout(timer.current)
      // Whoever types wants the answer to the last letter, not to each.
      if (more.search === undefined) return void read(asked, 1)
      timer.current = setTimeout(() => void read(asked, 1), pauseMs)
    },
    readOn: () => void read(filters, (last?.page ?? 0) + 1),
    tryAgain: () => void read(filters, state.kind === 'failed' ? state.page : 1),
  }
}

function stop(
  running: AbortController | undefined,
  timer: ReturnType<typeof setTimeout> | undefined,
) {
  running?.abort()
  clearTimeout(timer)
}

/** The catalogue may have moved on between two pages: nobody is there twice. */
function joined<Item extends { id: string }>(known: Item[], more: Item[]): Item[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...more.filter(({ id }) => !ids.has(id))]
}
