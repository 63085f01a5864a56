/** Every key of a chat in the storage of a tab begins so. */
export const chatPrefix = 'vis-a-vis.chat'

let departures = 0

/** How often somebody has signed out on this page: chats from before are not written any more. */
export const chatDepartures = () => departures

/** Every chat of this tab, on signing out. */
export function forgetChats(): void {
  departures += 1
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(chatPrefix)) sessionStorage.removeItem(key)
    }
  } catch {
    // Without storage there is nothing to forget.
  }
}
