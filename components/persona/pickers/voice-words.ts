import type { VoiceItem } from '@/lib/catalogue/items'
import { languageName } from '@/lib/personas/languages'

/** "Warm, slow · Italian": what a voice sounds like, and how it speaks. */
export function describeVoice({ about, language, country }: VoiceItem): string | undefined {
  const spoken = language && spokenIn(language, country)
  return [about?.trim().replace(/\.$/, ''), spoken].filter(Boolean).join(' · ') || undefined
}

/** "British English", "Italian", "French (Canada)": the country only where it says more. */
function spokenIn(language: string, country: string | undefined): string {
  const name = languageName(language)
  if (!country || !/^[A-Za-z]{2}$/.test(country)) return name
  const full = languageName(`${language}-${country.toUpperCase()}`)
  const isAtHome = new Intl.Locale(language).maximize().region === country.toUpperCase()
  return full.includes('(') && isAtHome ? name : full
}
