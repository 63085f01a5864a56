import { expect, it } from 'vitest'
import { settle, stillTime, talking } from '@/lib/conversation/testing/room'
import { createPushToTalk } from './push-to-talk'

stillTime()

async function room() {
  const { conversation, transport } = await talking()
  const vendorHears = () => transport.sessions.at(-1)?.muted === false
  return { conversation, vendorHears, talk: createPushToTalk(conversation) }
}

it('mutes a talk as soon as push to talk is on, and lets it be heard while held', async () => {
  const { talk, vendorHears } = await room()
  expect(vendorHears()).toBe(true)
  talk.setMode('push')
  expect(vendorHears()).toBe(false)
  talk.press('key')
  expect(vendorHears()).toBe(true)
  talk.release('key')
  expect(vendorHears()).toBe(false)
})

it('mutes while held otherwise, and gives back what was before', async () => {
  const { conversation, talk, vendorHears } = await room()
  talk.press('key')
  expect(vendorHears()).toBe(false)
  talk.lose()
  expect(vendorHears()).toBe(true)
  conversation.setMuted(true)
  talk.press('key')
  talk.release('key')
  expect(vendorHears()).toBe(false)
})

it('toggles what is heard now, whoever muted it', async () => {
  const { conversation, talk, vendorHears } = await room()
  conversation.setMuted(true)
  talk.toggle()
  expect(vendorHears()).toBe(true)
})

it('does nothing once the talk is over', async () => {
  const { conversation, talk, vendorHears } = await room()
  conversation.end()
  await settle()
  const before = conversation.state.get()
  talk.press('key')
  talk.toggle()
  expect(conversation.state.get()).toBe(before)
  expect(vendorHears()).toBe(true)
})
