/** With its API key set, Anam itself is used and this stand-in does not run. */
export const liveWhen = ['ANAM_API_KEY'] as const
