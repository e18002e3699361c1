/** Where sentences begin: for searches within one sentence. Prefers a missed boundary to a false one. */

const abbreviations = new Set(
  `mr mrs ms dr prof rev gen col lt sgt capt gov sen rep st jr sr vs etc no nos art arts sec secs para paras fig al ed eds vol
  pp p cf approx dept inc ltd co corp sra sres dra lic ing abog núm num nº pág págs inc párr av depto ud uds ss cap fracc
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/u),
)

/** A closing mark with its quotes, before what can begin a sentence. */
const boundary = /[.!?…]["'’”»)\]]*\s+(?=["'“‘«([¿¡—–-]*[\p{Lu}\p{N}¿¡])/gu

/** Offsets at which a sentence begins, ascending; the first is 0. */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(boundary)) {
    if (text[match.index] === '.' && isAbbreviation(wordBefore(text, match.index))) continue
    starts.push(match.index + match[0].length)
  }
  return starts
}

/** No abbreviation is longer. */
const LONGEST = 64

/** Word letters, digits and full stops up to an offset; what ends in another mark is no abbreviation and comes out empty. */
function wordBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < LONGEST && !/[\s!?…]/.test(text[start - 1]!)) start--
  const stretch = text.slice(start, end)
  return /[\p{L}\p{N}.]*$/u.exec(stretch)![0]
}

/** 'Art', 'U.S', a single initial: their full stop ends the word, not the sentence. */
function isAbbreviation(word: string): boolean {
  return (
    /^\p{Lu}$/u.test(word) || /\.\p{L}{1,2}$/u.test(word) || abbreviations.has(word.toLowerCase())
  )
}
