/** Runs once per server process, before the first request. Not at build time. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkEnvironment } = await import('./lib/check-environment')
  await checkEnvironment()
}
