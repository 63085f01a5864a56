/** Waits until `read` answers something that is not undefined, false or null; fails after `ms`. */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  ms = 12_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + ms
  for (;;) {
    const value = await read()
    if (isThere(value)) return value
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const isThere = <T>(value: T): value is Exclude<T, undefined | null | false> =>
  value !== undefined && value !== null && value !== false
