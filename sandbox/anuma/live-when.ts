/** With its API key set, Anuma itself is used and this stand-in does not run. */
export const liveWhen = ['ANUMA_API_KEY'] as const
