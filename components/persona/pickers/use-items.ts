import { useEffect, useState } from 'react'
import { type CatalogueList, fetchItem } from '@/lib/catalogue/client'
import type { CataloguePage } from '@/lib/catalogue/items'

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

  const missing = wanted.find((id) => !seen.has(id) && !shown.some((item) => item.id === id))
  useEffect(() => {
    if (missing === undefined) return
    const controller = new AbortController()
    fetchItem(list, missing, controller.signal).then(
      (item) => setSeen((known) => new Map(known).set(missing, item ?? 'gone')),
      // Shown without a name until the catalogue can be read.
      () => {},
    )
    return () => controller.abort()
  }, [list, missing])

  return (id) => seen.get(id) ?? 'unread'
}
