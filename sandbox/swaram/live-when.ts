/** With its API key set, Swaram itself is used and this stand-in does not run. */
export const liveWhen = ['SWARAM_API_KEY'] as const
