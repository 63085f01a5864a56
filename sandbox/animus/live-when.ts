/** With its API key set, Animus itself is used and this stand-in does not run. */
export const liveWhen = ['ANIMUS_API_KEY'] as const
