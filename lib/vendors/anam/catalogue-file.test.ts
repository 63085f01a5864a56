import { afterAll, expect, test } from 'vitest'
import { identityEnv } from '@/lib/http/testing/signed-identity'
import { answerJson, vendorDouble } from '@/lib/http/testing/vendor-double'

const pages: Record<string, unknown[]> = { '/v1/voices': [], '/v1/llms': [] }
const vendor = await vendorDouble((request, response) => {
  const path = request.path.replace(/\?.*/, '')
  if (path === '/ava.png') return response.setHeader('Content-Type', 'image/png').end('picture')
  answerJson(response, 200, { data: pages[path] ?? [] })
})
pages['/v1/avatars'] = [{ id: 'ava', displayName: 'Ava', imageUrl: `${vendor.url}/ava.png` }]
Object.assign(process.env, identityEnv, { ANAM_API_KEY: 'key', ANAM_API_URL: vendor.url })
const { catalogueFiles } = await import('../catalogue-file')

const picture = catalogueFiles({
  name: 'test',
  addressOf: ({ avatars }, id) => avatars.find((avatar) => avatar.id === id)?.pictureUrl,
  types: /^image\/png$/,
  maxBytes: 100,
  remembered: 2,
})

afterAll(() => vendor.close())

test('many requests for one file are one download, whatever else is asked for meanwhile', async () => {
  const files = await Promise.all([picture('ava'), picture('ava')])
  expect(files.map((file) => file?.type)).toEqual(['image/png', 'image/png'])
  const nobody = await Promise.all([1, 2, 3].map((n) => picture(`nobody-${n}`)))
  expect(nobody).toEqual([undefined, undefined, undefined])
  expect((await picture('ava'))?.bytes.byteLength).toBe(7)
  expect(vendor.received.filter(({ path }) => path === '/ava.png')).toHaveLength(1)
})
