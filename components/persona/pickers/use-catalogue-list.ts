import { useEffect, useState, useSyncExternalStore } from 'react'
import { type CatalogueList, type Filters, fetchPage } from '@/lib/catalogue/client'
import type { CataloguePage } from '@/lib/catalogue/items'
import { createListReader } from './list-reader'

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
  const [reader] = useState(() =>
    createListReader<Item, Page>({
      read: (filters, page, signal) => fetchPage(list, filters, page, signal),
      initial,
    }),
  )
  const { filters, items, last, pinned, state } = useSyncExternalStore(
    reader.state.subscribe,
    reader.state.get,
    reader.state.get,
  )
  useEffect(() => reader.stop, [reader])
  return {
    filters,
    items,
    last,
    state,
    /** What is chosen, or was when the list was last searched, where it is not among what was found. */
    ahead: [...new Set([pinned, value])].flatMap((id) =>
      id === null || items.some((item) => item.id === id) ? [] : [id],
    ),
    search: (more: Filters) => reader.search(more, value),
    readOn: () => reader.readOn(value),
    tryAgain: () => reader.tryAgain(value),
  }
}
