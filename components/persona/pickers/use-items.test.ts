import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { avatarList } from '@/lib/catalogue/client'
import type { AvatarItem } from '@/lib/catalogue/items'
import { useItems } from './use-items'

const avatar = (name: string): AvatarItem => ({
  id: 'a-1',
  name,
  pictureUrl: null,
  source: 'stock',
  models: [],
})

const shown = [avatar('Before'), avatar('After')]

function Names() {
  const known = useItems(avatarList, shown, [])('a-1')
  return typeof known === 'string' ? known : known.name
}

test('a list that has somebody twice can be shown all the same', () => {
  expect(renderToString(createElement(Names))).toBe('After')
})
