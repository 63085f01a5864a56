import { comeAsGuest, expect, signIn, signInByCode, test } from './fixtures'
import { Room } from './room'

/** The vendor does not support Firefox, and not every build of WebKit has WebRTC. */
const canTalk = async (room: Room) =>
  room.page.evaluate(
    () => 'RTCPeerConnection' in globalThis && !/\bFirefox\//.test(navigator.userAgent),
  )

/** Neither browser lets a test answer its question about the microphone. */
const withoutMicrophone = `
  if (navigator.mediaDevices) {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
  }
`

test('signing in by code survives a reload', async ({ page }) => {
  await signInByCode(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeEnabled()
})

test('a newcomer comes in without any account', async ({ page }) => {
  await comeAsGuest(page)
})

test('a typed talk where the browser can carry one, else words before anything is asked', async ({
  page,
}) => {
  await page.addInitScript(withoutMicrophone)
  await signIn(page)
  const room = new Room(page)
  const mints: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/session-token')) mints.push(request.method())
  })
  await room.button('Start talking').click()
  if (await canTalk(room)) {
    await expect(room.button('End conversation')).toBeVisible()
    await room.say('Can you read this?')
    await expect(room.turnsOf('Mira').nth(1)).toBeVisible()
    return room.end()
  }
  await expect(room.stage().getByText('browser_unsupported')).toBeVisible()
  await expect(room.stage().getByRole('alert')).toContainText(/Chrome/)
  expect(mints).toEqual([])
  await room.button('Back').click()
  await expect(room.button('Start talking')).toBeVisible()
})

test('a server that fails is told in words, with a way on', async ({ page }) => {
  await page.addInitScript(withoutMicrophone)
  await signIn(page)
  const room = new Room(page)
  test.skip(!(await canTalk(room)), 'This browser is told so before the server is asked')
  const problem = {
    type: 'about:blank',
    title: 'The vendor is away',
    status: 502,
    code: 'vendor_error',
    requestId: 'test',
  }
  await page.route('**/api/session-token', (route) =>
    route.fulfill({ status: 502, contentType: 'application/problem+json', json: problem }),
  )
  await room.button('Start talking').click()
  await expect(room.stage().getByText(/^vendor_error/)).toBeVisible()
  await page.unroute('**/api/session-token')
  await room.button('Try again').click()
  await expect(room.button('End conversation')).toBeVisible()
  await room.end()
})
