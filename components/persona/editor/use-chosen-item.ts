'use client'

import { useState } from 'react'
import { useItems } from '@/components/persona/pickers/use-items'
import type { CatalogueList } from '@/lib/catalogue/client'
import type { CataloguePage } from '@/lib/catalogue/items'

/**
 * What the catalogue says of the item with this id; null where nobody can tell (yet). `begin` is
 * what the page brought along; the second part remembers what was picked since.
 */
export function useChosenItem<Item extends { id: string }>(
  list: Pick<CatalogueList<Item, CataloguePage<Item>>, 'path' | 'item'>,
  id: string | null,
  begin: readonly (Item | null)[],
): [Item | null, (item: Item | null) => void] {
  const [picked, setPicked] = useState<readonly Item[]>([])
  const seen = new Map([...begin, ...picked].flatMap((item) => (item ? [[item.id, item]] : [])))
  const known = useItems(list, [...seen.values()], id ? [id] : [])
  const item = id ? known(id) : null
  return [
    typeof item === 'string' ? null : item,
    (next) => next && setPicked((before) => [...before, next]),
  ]
}
