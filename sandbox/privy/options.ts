/** What a dashboard would hold. Tests change it through `/__sandbox/faults`. */
export interface Settings {
  /** "Return user data in an identity token". */
  identityTokens: boolean
  guests: boolean
  /** Seconds. */
  accessTokenSeconds: number
  identityTokenSeconds: number
}

export const defaultSettings: Settings = {
  identityTokens: true,
  guests: true,
  accessTokenSeconds: 3_600,
  identityTokenSeconds: 3_600,
}

/** Privy's ids have exactly 25 characters; its provider throws otherwise. */
export const appId = 'sandbox-app-0000000000000'
export const appSecret = 'sandbox-secret'

/** In the shape of Privy's own test accounts: fixed address, fixed code. */
export const testAccount = { email: 'test-0001@privy.io', code: '424242' }
