/** With an app id set, Privy itself is used and this stand-in does not run. */
export const liveWhen = ['PRIVY_APP_ID'] as const
