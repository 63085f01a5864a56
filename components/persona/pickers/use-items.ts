import { useEffect, useState } from 'react'
import { type CatalogueList, fetchItem } from '@/lib/catalogue/client'
import type { CataloguePage } from '@/lib/catalogue/items'
import { createItemReader } from './item-reader'

/** An item that is wanted: `gone` is not in the catalogue any more, `unread` is not known yet. */
export type Known<Item> = Item | 'gone' | 'unread'

/**
 * What is known of items that a list does not show: those it showed before, and those that are
 * asked for one by one.
 */
export function useItems<Item extends { id: string }>(
  list: Pick<CatalogueList<Item, CataloguePage<Item>>, 'path' | 'item'>,
  shown: Item[],
  wanted: readonly string[],
): (id: string) => Known<Item> {
  const [seen, setSeen] = useState<ReadonlyMap<string, Item | 'gone'>>(new Map())
  // Remembered while rendering: what leaves the list a moment later is still known.
  // Each id once: two items of one id would take each other's place without end.
  const distinct = [...new Map(shown.map((item) => [item.id, item])).values()]
  const fresh = distinct.filter((item) => seen.get(item.id) !== item)
  if (fresh.length > 0)
    setSeen(new Map([...seen, ...fresh.map((item) => [item.id, item] as const)]))

  const [reader] = useState(() =>
    createItemReader<Item>({
      read: (id, signal) => fetchItem(list, id, signal),
      onRead: (id, item) => setSeen((known) => new Map(known).set(id, item ?? 'gone')),
    }),
  )
  const missing = wanted.filter((id) => !seen.has(id) && !shown.some((item) => item.id === id))
  const asked = missing.join('\n')
  // Declared first, so that React's second mount in development asks anew.
  useEffect(() => reader.stop, [reader])
  useEffect(() => {
    if (asked) reader.ask(asked.split('\n'))
  }, [reader, asked])

  return (id) => seen.get(id) ?? 'unread'
}
