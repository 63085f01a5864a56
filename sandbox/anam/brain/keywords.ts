const EMPTY = new Set(
  `a about after day days had long work works again all also am an and any are as at be because been but by can could did do does
  don doing for from get give go going had has have he hello her here hi him his how i if in into is it
  its just know let like make many me mind more much my name no not now of ok on one or our out please
  really s say she should so some talk tell than that the their them then there these they thing things
  think this time to today too two us use very want was we well were what when where which who why will
  with would yes you your yours`.split(/\s+/),
)

/** Enough of a stem that `lamps` finds `lamp` and `returned` finds `returns`. */
function stem(word: string): string {
  const short = word.replace(/(?:ing|edly|ed|ies|es|s|ly|e)$/, '')
  return short.length >= 3 ? short : word
}

/** The words of a text that carry its meaning, as stems. */
export function keywords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word)).map(stem))
}

/** How many keywords two texts share. */
export function shared(a: Set<string>, b: Set<string>): number {
  let count = 0
  for (const word of a) if (b.has(word)) count++
  return count
}
