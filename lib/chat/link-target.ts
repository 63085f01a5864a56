const protocols = ['http:', 'https:', 'mailto:']

/**
 * An address that a model has written, if it may be a link: of the web or of mail, and a whole one.
 * What is relative would lead into this site.
 */
export function linkTarget(written: string | null | undefined): string | undefined {
  if (!written || !URL.canParse(written)) return undefined
  const url = new URL(written)
  return protocols.includes(url.protocol) ? url.href : undefined
}
