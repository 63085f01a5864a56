/** What a person's own .env.local may set and tests must not feel: empty counts as unset. */
export const neutralEnv = Object.fromEntries(
  [
    'ANAM_API_KEY',
    'ANAM_API_URL',
    'PRIVY_APP_ID',
    'PRIVY_VERIFICATION_KEY',
    'PRIVY_API_URL',
    'DATABASE_URL',
    'APP_URL',
    'ACCESS_EMAILS',
    'ACCESS_DOMAINS',
    'LIMIT_TOKENS_PER_HOUR',
    'LIMIT_OPEN_SESSIONS',
    'LIMIT_SESSION_SECONDS',
    'LIMIT_GUEST_TOKENS_PER_HOUR',
    'LIMIT_GUEST_SESSION_SECONDS',
    'LIMIT_APP_SESSIONS_PER_DAY',
    'LIMIT_GUEST_SESSIONS_PER_DAY',
  ].map((name) => [name, '']),
)
