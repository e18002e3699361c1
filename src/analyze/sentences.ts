/** Where sentences begin: for searches within one sentence. Prefers a missed boundary to a false one. */

const abbreviations = new Set(
  `mr mrs ms dr prof rev gen col lt sgt capt gov sen rep st jr sr vs etc no nos art arts sec secs para paras fig al ed eds vol
  pp p cf approx dept inc ltd co corp sra sres dra lic ing abog núm num nº pág págs inc párr av depto ud uds ss cap fracc
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/u),
)

/** Offsets at which a sentence begins, ascending; the first is 0. */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(
    /([\p{L}\p{N}.]*)([.!?…]+)["'’”»)\]]*\s+(?=["'“‘«([¿¡—–-]*[\p{Lu}\p{N}¿¡])/gu,
  )) {
    const [whole, word = '', mark = ''] = match
    if (mark === '.' && isAbbreviation(word)) continue
    starts.push(match.index + whole.length)
  }
  return starts
}

/** 'Art', 'U.S', a single initial: their full stop ends the word, not the sentence. */
function isAbbreviation(word: string): boolean {
  return (
    /^\p{Lu}$/u.test(word) || /\.\p{L}{1,2}$/u.test(word) || abbreviations.has(word.toLowerCase())
  )
}
