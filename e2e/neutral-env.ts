import { readFileSync } from 'node:fs'

/** What the tests' own configuration sets. */
const own = ['PORT', 'PGLITE_DIR']

/** What a person's own .env.local may set and tests must not feel: empty counts as unset. */
export const neutralEnv = Object.fromEntries(
  readFileSync('.env.local.example', 'utf8')
    .split('\n')
    .flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
    .filter((name) => !own.includes(name))
    .map((name) => [name, '']),
)
