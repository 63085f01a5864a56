import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { comeAsGuest, expect, signIn, test } from './fixtures'
import { Room } from './room'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('landing, sign-in and a missing page pass axe', async ({ page }) => {
      for (const path of ['/', '/sign-in', '/no-such-page']) {
        await page.goto(path)
        expect(await violations(page), path).toEqual([])
      }
    })
    test('the talk page passes axe before, while and after talking', async ({ page }) => {
      await signIn(page)
      expect(await violations(page), 'idle').toEqual([])
      const room = new Room(page)
      await room.start()
      expect(await violations(page), 'talking').toEqual([])
      await room.end()
      expect(await violations(page), 'ended').toEqual([])
    })
  })
}

test('the landing page loads no sign-in code', async ({ page }) => {
  let bytes = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') bytes += (await response.body()).length
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(900_000)
})

for (const width of [390, 1440]) {
  test(`a guest finds their own limit on the landing page, and every page, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await comeAsGuest(page)
    await page.goto('/')
    await expect(page.getByText('Up to two minutes at a time.')).toBeVisible()
    const main = page.getByRole('navigation', { name: 'Main' })
    for (const name of ['Talk', 'Personas', 'Account']) {
      await expect(main.getByRole('link', { name })).toBeVisible()
    }
  })
}

test('pages carry the security headers', async ({ page }) => {
  const response = await page.goto('/')
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toMatch(/script-src [^;]*'nonce-/)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toContain("'unsafe-eval'")
  expect(headers['strict-transport-security']).toContain('max-age')
  expect(headers['permissions-policy']).toContain('microphone=(self)')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

for (const width of [320, 390, 768, 1440]) {
  test(`nothing overflows at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await signIn(page)
    for (const path of ['/', '/talk']) {
      await page.goto(path)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
  })
}
