const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token in the shape of Animus': nobody here verifies its signature. Seconds from now. */
export const tokenFor = (expiresIn = 900, claims = {}) => {
  const exp = Math.floor(Date.now() / 1_000) + expiresIn
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'org', exp, ...claims })}.c2lnbmVk`
}
