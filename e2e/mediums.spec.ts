import { expect, signIn, test } from './fixtures'

test('one persona by face, by voice and in writing, a press apart', async ({ page }) => {
  await signIn(page)
  await page.goto('/talk?persona=jonas')
  const chooser = page.getByRole('navigation', { name: 'How to talk' })
  await expect(chooser.getByRole('link', { name: 'Face' })).toHaveAttribute('aria-current', 'page')

  await test.step('by voice, where nothing can be typed', async () => {
    await chooser.getByRole('link', { name: 'Voice' }).click()
    await expect(page).toHaveURL(/persona=jonas&medium=voice/)
    await expect(page.getByRole('heading', { name: 'Jonas' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Start talking' })).toBeEnabled()
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
  })

  await test.step('in writing, with whoever answers named', async () => {
    await chooser.getByRole('link', { name: 'Chat' }).click()
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
    const vendors = page.getByRole('list', { name: 'Who answers' })
    await expect(vendors.getByRole('link', { name: 'Anuma' })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await vendors.getByRole('link', { name: 'Animus' }).click()
    await expect(page).toHaveURL(/medium=chat&vendor=animus/)
  })

  await test.step('and back, after a choice of somebody else', async () => {
    await chooser.getByRole('link', { name: 'Face' }).click()
    await expect(page.getByRole('button', { name: 'Start talking' })).toBeEnabled()
    await expect(page).toHaveURL(/\/talk\?persona=jonas$/)
  })
})

test('what was written to one vendor is not sent to another, and is there when one comes back', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/talk?persona=mira&medium=chat&vendor=anuma')
  const log = page.getByRole('log', { name: 'Transcript' })
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.fill('My secret is a blue door.')
  await message.press('Enter')
  await expect(log.getByText('My secret is a blue door.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  const vendors = page.getByRole('list', { name: 'Who answers' })
  await vendors.getByRole('link', { name: 'Animus' }).click()
  await expect(page).toHaveURL(/vendor=animus/)
  await expect(log).not.toContainText('blue door')
  const sent = page.waitForRequest((request) => /chat\/completions$/.test(request.url()))
  await message.fill('What did I say first?')
  await message.press('Enter')
  expect((await sent).postData()).not.toContain('blue door')
  await vendors.getByRole('link', { name: 'Anuma' }).click()
  await expect(log).toContainText('My secret is a blue door.')
})

test('the server says which vendors there are, and pages connect to no more than them', async ({
  page,
  request,
}) => {
  const { vendors } = await (await request.get('/api/health')).json()
  expect(vendors).toEqual({
    anam: 'sandbox',
    swaram: 'sandbox',
    anuma: 'sandbox',
    animus: 'sandbox',
  })
  const response = await page.goto('/')
  const policy = response?.headers()['content-security-policy'] ?? ''
  const sources = /connect-src ([^;]*)/.exec(policy)?.[1] ?? ''
  expect(sources).toContain("'self'")
  expect(sources).toMatch(/ws:\/\/localhost/)
  expect(sources).not.toContain('*')
})
