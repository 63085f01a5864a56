import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import robots from './robots'

test('no page that belongs to somebody is for search engines', () => {
  const own = readdirSync(new URL('(app)', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('page.tsx'))
    .map((path) => `/${path.replace(/^\([^)]+\)\//, '').split('/')[0]}`)
  expect(own.length).toBeGreaterThan(0)
  expect(robots()).toMatchObject({ rules: { disallow: expect.arrayContaining(own) } })
})
