import 'server-only'
import { z } from 'zod'
import {
  count,
  type EnvironmentPart,
  isLoopback,
  mayPointHere,
  type Source,
  text,
  url,
} from './environment-part'

/** `a@b.org, c@d.org` -> lower-case list. */
const list = z
  .string()
  .optional()
  .transform((value) =>
    (value ?? '')
      .split(',')
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean),
  )

/** `anam=practice,privy=practice`: a word to show beside a vendor in place of `live`. */
const labels = z
  .string()
  .optional()
  .transform((value) =>
    Object.fromEntries(
      (value ?? '').split(',').flatMap((pair) => {
        const [vendor, label] = pair.split('=')
        return vendor && label ? [[vendor.trim(), label.trim()]] : []
      }),
    ),
  )

const schema = z.object({
  NODE_ENV: z.string().optional(),
  VERCEL: text,
  APP_URL: z.preprocess((value) => value || undefined, z.url().optional()),
  DATABASE_URL: z.preprocess(
    (value) => value || undefined,
    z.url({ protocol: /^postgres(ql)?$/, error: 'a Postgres URL, postgres://…' }).optional(),
  ),
  PGLITE_DIR: text,
  PRIVY_APP_ID: text,
  PRIVY_VERIFICATION_KEY: text,
  PRIVY_APP_SECRET: text,
  PRIVY_API_URL: url('https://auth.privy.io'),
  PRIVY_SERVER_API_URL: url('https://api.privy.io'),
  ACCESS_EMAILS: list,
  ACCESS_DOMAINS: list,
  LIMIT_TOKENS_PER_HOUR: count(10, 10_000),
  LIMIT_OPEN_SESSIONS: count(1, 100),
  LIMIT_SESSION_SECONDS: count(600, 7_200),
  LIMIT_GUEST_TOKENS_PER_HOUR: count(3, 10_000),
  LIMIT_GUEST_SESSION_SECONDS: count(120, 7_200),
  LIMIT_APP_SESSIONS_PER_DAY: count(500, 1_000_000),
  LIMIT_GUEST_SESSIONS_PER_DAY: count(250, 1_000_000),
  LIMIT_CHAT_REPLIES_PER_HOUR: count(100, 100_000),
  LIMIT_GUEST_CHAT_REPLIES_PER_HOUR: count(20, 100_000),
  LIMIT_APP_CHAT_REPLIES_PER_DAY: count(5_000, 10_000_000),
  LIMIT_GUEST_CHAT_REPLIES_PER_DAY: count(2_500, 10_000_000),
  LIMIT_PERSONAS: count(10_000, 1_000_000),
  LIMIT_GUEST_PERSONAS: count(100, 1_000_000),
  VENDOR_LABELS: labels,
})

export type Env = z.infer<typeof schema>

/** What a schema of single variables cannot say: each line names the variable and the remedy. */
function combinations(env: Env, source: Source): string[] {
  const fixes: string[] = []
  const add = (wrong: boolean, fix: string) => wrong && fixes.push(fix)
  add(
    !env.PRIVY_APP_ID,
    'PRIVY_APP_ID: copy it from dashboard.privy.io > Configuration > App settings, or start with `npm run dev`, which needs no account.',
  )
  add(
    env.PRIVY_APP_ID !== undefined && env.PRIVY_APP_ID.length !== 25,
    'PRIVY_APP_ID: Privy app ids have exactly 25 characters; copy it again.',
  )
  add(
    !env.PRIVY_VERIFICATION_KEY,
    'PRIVY_VERIFICATION_KEY: copy the PEM from dashboard.privy.io > Configuration > App settings > "Verify with key instead".',
  )
  add(
    env.NODE_ENV === 'production' && !env.DATABASE_URL && !env.PGLITE_DIR,
    'DATABASE_URL: production needs Postgres, for example the pooled URL from neon.com. (PGLITE_DIR keeps an embedded database instead, for one process on one machine.)',
  )
  const hasLabels = Object.keys(env.VENDOR_LABELS).length > 0
  add(
    env.VERCEL !== undefined && !env.DATABASE_URL && env.PGLITE_DIR !== undefined,
    'DATABASE_URL: functions have no disk to keep PGLITE_DIR on; set the pooled URL of a Postgres.',
  )
  if (mayPointHere(source)) return fixes
  add(
    isLoopback(env.PRIVY_API_URL),
    'PRIVY_API_URL: points at this machine, so anybody could sign in as anybody; remove it.',
  )
  add(
    isLoopback(env.PRIVY_SERVER_API_URL),
    'PRIVY_SERVER_API_URL: points at this machine; remove it.',
  )
  add(hasLabels, 'VENDOR_LABELS: is set by the local launcher only; remove it.')
  return fixes
}

/** Parses an environment with the vendors' parts of it. Throws one error that lists every fix, never a value. */
export function parseEnv(source: Source, parts: readonly EnvironmentPart[] = []): Env {
  const parsed = schema.safeParse(source)
  const fixes = parsed.success
    ? combinations(parsed.data, source)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`)
  fixes.push(...parts.flatMap((part) => part.fixes(source)))
  if (!parsed.success || fixes.length > 0) {
    throw new Error(
      `The environment is not complete:\n${fixes.map((fix) => `  - ${fix}`).join('\n')}\nEvery variable is explained in .env.local.example.`,
    )
  }
  return parsed.data
}

let cached: Env | undefined

/** The configuration of this process, parsed on first use: `next build` runs without one. */
export function env(): Env {
  cached ??= parseEnv(process.env)
  return cached
}
