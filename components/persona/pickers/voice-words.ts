import type { VoiceItem } from '@/lib/catalogue/items'
import { languageName } from '@/lib/personas/languages'

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** "Warm, slow. Italian, Italy": what it sounds like and where its accent is from. */
export function describeVoice(voice: VoiceItem | null): string | undefined {
  if (!voice) return undefined
  const { about, language, country } = voice
  const accent = [language && languageName(language), countryName(country)].filter(Boolean)
  const words = [about?.trim(), accent.join(', ')].filter(Boolean)
  return words.length > 0 ? words.join(' ') : undefined
}

function countryName(code: string | undefined): string | undefined {
  // `of` throws where it is not a code at all.
  return code && /^[A-Za-z]{2}$/.test(code) ? countries.of(code.toUpperCase()) : undefined
}
