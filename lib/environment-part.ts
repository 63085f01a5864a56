import 'server-only'
import { z } from 'zod'

/** `A=1`, or unset: an empty line in `.env.local` counts as unset. */
export const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined)

export const count = (fallback: number, max: number) =>
  z.preprocess(
    (value) => value || undefined,
    z.coerce.number().int().min(1).max(max).default(fallback),
  )

/** `true` or `false`; false when it is not set. */
export const flag = z.preprocess((value) => value || undefined, z.stringbool().default(false))

export const url = (fallback: string) =>
  z
    .preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).default(fallback))
    .transform((value) => value.replace(/\/+$/, ''))

export type Source = Readonly<Record<string, string | undefined>>

/** Whether an address is on this machine. */
export const isLoopback = (address: string) => /^https?:\/\/(localhost|127\.|\[::1\])/.test(address)

/** Only the launcher, on the machine of the person who started it, may point at a stand-in. */
export const mayPointHere = ({ NODE_ENV, VENDOR_LABELS, VERCEL }: Source) =>
  NODE_ENV !== 'production' || (Boolean(VENDOR_LABELS?.trim()) && !VERCEL)

/** The variables of one vendor. */
export interface EnvironmentPart<Values = unknown> {
  /** Parsed on first use: `next build` runs without any. Throws when a value is malformed. */
  read: () => Values
  /** What is wrong: each line names the variable and the remedy, never a value. */
  fixes: (source: Source) => string[]
}

/** Nobody but the vendor may read what is sent to it: a key, and what people say. */
function fixOf(name: string, address: string): string[] {
  if (isLoopback(address)) return [`${name}: points at this machine; remove it.`]
  if (/^http:/i.test(address)) return [`${name}: would send the key in clear text; use https://.`]
  return []
}

/**
 * Declares what a vendor reads of the environment. A production server that is given an address on
 * this machine, or one without https, for one of its `…_URL`s is refused.
 */
export function defineEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
): EnvironmentPart<z.output<z.ZodObject<Shape>>> {
  const schema = z.object(shape)
  let cached: z.output<typeof schema> | undefined
  return {
    read: () => (cached ??= schema.parse(process.env)),
    fixes(source) {
      const parsed = schema.safeParse(source)
      if (!parsed.success) {
        return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`)
      }
      if (mayPointHere(source)) return []
      return Object.keys(shape)
        .filter((name) => name.endsWith('_URL'))
        .flatMap((name) => fixOf(name, source[name] ?? ''))
    },
  }
}
