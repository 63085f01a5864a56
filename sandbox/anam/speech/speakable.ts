/** Flite reads ASCII English: letters lose their accents, and what is left of other scripts goes. */
export function speakable(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '')
    .replace(/[–—…]/g, ', ')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[*_#<>]/g, ' ')
    .trim()
  return /[a-z0-9]/i.test(plain) ? plain : 'hm'
}
