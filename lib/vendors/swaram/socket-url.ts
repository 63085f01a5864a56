interface Where {
  SWARAM_API_URL: string
  SWARAM_MODEL: string
}

/** Where a browser connects to. Never with the key in it: addresses end up in logs. */
export function socketUrl({ SWARAM_API_URL, SWARAM_MODEL }: Where): string {
  const url = new URL(`${SWARAM_API_URL.replace(/^http/, 'ws')}/v1/realtime`)
  url.searchParams.set('model', SWARAM_MODEL)
  return url.href
}
