import { afterEach, expect, it, vi } from 'vitest'
import { type ChatTabs, openChatTabs } from './chat-tabs'

const open: ChatTabs[] = []
function tab() {
  const tabs = openChatTabs()
  open.push(tabs)
  return tabs
}
afterEach(() => {
  for (const tabs of open.splice(0)) tabs.close()
})

it('a chat that only one tab has is that tab’s', async () => {
  tab().hold('s-2')
  expect(await tab().claim('s-1')).toBe(true)
})

it('of a tab that was duplicated, the later one does not keep the session', async () => {
  tab().hold('s-1')
  expect(await tab().claim('s-1')).toBe(false)
})

it('a tab that was closed holds nothing', async () => {
  const first = tab()
  first.hold('s-1')
  first.close()
  expect(await tab().claim('s-1')).toBe(true)
})

it('a chat that was ended is free', async () => {
  const first = tab()
  first.hold('s-1')
  first.hold(undefined)
  expect(await tab().claim('s-1')).toBe(true)
})

it('a browser without channels has one tab', async () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  expect(await openChatTabs(undefined).claim('s-1')).toBe(true)
  vi.unstubAllGlobals()
})

it('words that make no sense on the channel change nothing', async () => {
  const channel = new BroadcastChannel('vis-a-vis.chats')
  tab().hold('s-1')
  for (const nonsense of [null, 'held', { type: 'held' }, { type: 'claim', sessionId: 1 }]) {
    channel.postMessage(nonsense)
  }
  expect(await tab().claim('s-2')).toBe(true)
  channel.close()
})
