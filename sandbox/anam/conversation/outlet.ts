/** How a conversation reaches the browser. Neither call ever throws; what cannot be sent is dropped. */
export interface Outlet {
  /** Over the data channel `session`. */
  message(messageType: string, data: Record<string, unknown>): void
  /** Over the signalling WebSocket. */
  signal(actionType: string, payload: unknown): void
}
