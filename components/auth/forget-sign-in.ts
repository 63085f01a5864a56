import { forgetToken } from '@/lib/auth/authorized-fetch'
import { forgetChats } from '@/lib/chat/forget-chats'

const cookies = ['privy-token', 'privy-id-token', 'privy-session', 'privy-refresh-token']

/** Removes every trace of a sign-in from this browser, whether or not Privy could be told. */
export function forgetSignIn() {
  forgetToken()
  forgetChats()
  for (const name of cookies) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
    document.cookie = `${name}=; path=/; max-age=0; secure; samesite=strict`
  }
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('privy:')) localStorage.removeItem(key)
  }
}
