const BEFORE =
  /^.*?\b(?:between|among|from|options?|choices?|choose|pick|select|decide|whether|either)\b(?:\s*(?:of|are|is|on|between|from|:))*\s*/i
const LEAD = /^(?:the|a|an|some|my|to)\s+/i

/** What the visitor lists: `tea`, `water` and `coffee` of `let me choose between tea, water and coffee`. */
export function optionsIn(words: string): string[] {
  const list = words.replace(BEFORE, '').replace(/[.!?]+$/, '')
  const parts = list.split(/\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/i)
  const options = parts.map((part) => part.trim().replace(LEAD, '')).filter(Boolean)
  return options.length > 1 ? [...new Set(options)] : []
}
