const EMPTY = new Set(
  `a about all also am an and any are as at be because but by can could did do does for from get give
  go had has have he hello her here hi him his how i if in is it its just know let like list make many me
  more my no not now of on one or our out please really say she should so some talk tell than that the
  their them then there these they thing things think this time to too us use want was we were what when
  where which who why will with would yes you your`.split(/\s+/),
)

/** Enough of a stem that `lamps` finds `lamp` and `returned` finds `returns`. */
function stem(word: string): string {
  const short = word.replace(/(?:ing|ed|ies|es|s|ly|e)$/, '')
  return short.length >= 3 ? short : word
}

function keywords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 2 && !EMPTY.has(word)).map(stem))
}

/** The sentence that has most in common with what was asked; undefined if none has anything. */
export function bestOf(sentences: readonly string[], asked: string): string | undefined {
  const wanted = keywords(asked)
  let [best, most]: [string | undefined, number] = [undefined, 0]
  for (const sentence of sentences) {
    const score = [...keywords(sentence)].filter((word) => wanted.has(word)).length
    if (score > most) [best, most] = [sentence, score]
  }
  return best
}
