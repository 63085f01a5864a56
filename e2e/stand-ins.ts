import { readFileSync } from 'node:fs'
import { z } from 'zod'

const addresses = z.object({ app: z.url(), anam: z.url(), privy: z.url() })

const anamState = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      clientLabel: z.string().nullish(),
      mic: z.object({ heardSeconds: z.number() }),
      /** What the page has sent it. */
      received: z.array(z.unknown()),
    }),
  ),
})

const codes = z.array(z.object({ to: z.string(), code: z.string() }))

/** Where the launcher of this test run put everything; written once the app answers. */
function whereEverythingIs() {
  return addresses.parse(JSON.parse(readFileSync('.data/e2e/sandbox.json', 'utf8')))
}

async function control(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    // A kept connection may be the one that is being closed for its idleness just now.
    headers: { 'content-type': 'application/json', connection: 'close' },
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const text = await response.text()
  return text ? JSON.parse(text) : undefined
}

/** Sessions that are open at the vendor; all of them, or those of one of our sessions. */
export async function vendorSessions(sessionId?: string, anam = whereEverythingIs().anam) {
  const { sessions } = anamState.parse(await control(`${anam}/__sandbox/state`))
  return sessions.filter((session) => !sessionId || session.clientLabel === sessionId)
}

/** Makes a vendor fail in a named way until `clearFaults`. */
export async function injectFault(
  vendor: 'anam' | 'privy',
  fault: Record<string, unknown>,
  at: Record<typeof vendor, string> = whereEverythingIs(),
) {
  const body = JSON.stringify(fault)
  await control(`${at[vendor]}/__sandbox/faults`, { method: 'POST', body })
}

export async function clearFaults(
  vendor: 'anam' | 'privy',
  at: Record<typeof vendor, string> = whereEverythingIs(),
) {
  await control(`${at[vendor]}/__sandbox/faults`, { method: 'DELETE' })
}

/** Makes the persona of one of our sessions use a tool, with whatever arguments. */
export async function callTool(
  sessionId: string,
  name: string,
  args: unknown,
  anam = whereEverythingIs().anam,
) {
  const body = JSON.stringify({ clientLabel: sessionId, name, arguments: args })
  await control(`${anam}/__sandbox/tool-call`, { method: 'POST', body })
}

/** How many conversations the vendor allows at once, and the guess of the wait that it gives when full. */
export async function setVendorLimit(
  limit: number,
  anam = whereEverythingIs().anam,
  estimatedWaitSeconds?: number,
) {
  const body = JSON.stringify({ limit, estimatedWaitSeconds })
  await control(`${anam}/__sandbox/limit`, { method: 'POST', body })
}

/** The newest sign-in code sent to this address. */
export async function codeFor(email: string, privy = whereEverythingIs().privy): Promise<string> {
  const sent = codes.parse(await control(`${privy}/__sandbox/codes`))
  const mine = sent.find((message) => message.to === email)
  if (!mine) throw new Error(`No code was sent to ${email}`)
  return mine.code
}

const signedIn = z.object({ identity_token: z.string(), token: z.string() })
const sandboxAppId = 'sandbox-app-0000000000000'

/** Signs a guest in over Privy's HTTP API, without a browser: an identity token and an access token. */
export async function guestTokens(privy = whereEverythingIs().privy) {
  const response = await fetch(`${privy}/api/v1/guest/authenticate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'privy-app-id': sandboxAppId },
    body: JSON.stringify({ guest_credential: `guest-${crypto.randomUUID()}` }),
  })
  const { identity_token, token } = signedIn.parse(await response.json())
  return { identityToken: identity_token, accessToken: token }
}

/** The same with an email and a code. */
export async function emailTokens(email: string, privy = whereEverythingIs().privy) {
  const post = (path: string, body: object) =>
    fetch(`${privy}/api/v1/passwordless/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'privy-app-id': sandboxAppId },
      body: JSON.stringify(body),
    })
  await post('init', { email })
  const code = await codeFor(email, privy)
  const response = await post('authenticate', { email, code, mode: 'login-or-sign-up' })
  const { identity_token, token } = signedIn.parse(await response.json())
  return { identityToken: identity_token, accessToken: token }
}
