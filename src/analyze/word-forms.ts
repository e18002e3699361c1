/**
 * What the Snowball stemmers leave apart: plurals they take for verbs, past tenses that lost their accent, the British
 * spellings of English. Every rule is about a class of words. Words are in lower case and folded.
 */

type Rule = readonly [pattern: RegExp, replacement: string]

function rewrite(word: string, rules: readonly Rule[]): string {
  return rules.reduce(
    (written, [pattern, replacement]) => written.replace(pattern, replacement),
    word,
  )
}

/** Verbs in -mos and infinitives with a pronoun, which end like plurals; último, máximo and organismo are none. */
const verbal = /(?:[aei](?<![tnsx]i)mos|(?:[aei]r|ndo)l[aeo]s)$/u

const plurals: readonly Rule[] = [
  [/(?<=..)eses$/u, 'es'], // intereses, franceses
  [/(?<=.[aeiou][cdgjlnry])es$/u, ''], // mujeres, jueces
  [/(?<=..[aeo])s$/u, ''], // gobiernos, nombres
]

const spanishWords: readonly Rule[] = [
  [/(?<=..[cdgln]|gu)esa$/u, 'e'], // francesa, as francés without what looks like a plural
  [/(?<=..)tencion$/u, 'tener'], // detención and detener
  [/(?<=..)vencion$/u, 'venir'], // prevención and prevenir
  [/(?<=..)duccion$/u, 'ducir'], // producción and producir
  [/(?<=..)scripcion$/u, 'scribir'], // inscripción and inscribir
  [/(?<=pro)teccion$/u, 'teger'], // protección and proteger
  [/(?<=cl|mp|ep)aran?$/u, 'aro'], // declara, which is no form of a verb in -ar like hablara
  // Snowball recognises -ción and -logía by their accent, which folding took.
  [/cion$/u, 'ción'],
  [/logia$/u, 'logía'],
]

/** A Spanish word as its stemmer should read it: it makes 'muj' of mujer and 'mujer' of mujeres. */
export function readableSpanish(word: string): string {
  return rewrite(verbal.test(word) ? word : rewrite(word, plurals), spanishWords)
}

const spanishStems: readonly Rule[] = [
  [/(?<=...)i$/u, ''], // recibió, recibía
  [/z$/u, 'c'], // empezar and empecé
  [/(?<=..if)ic$/u, ''], // identificar and identificación, of which Snowball takes more
]

/** A Spanish stem as all forms of its word have it. */
export function commonStem(stem: string): string {
  return rewrite(stem, spanishStems)
}

const britishWords: readonly Rule[] = [
  // organisation; not supervise and precise, which have no z anywhere
  [/(?<=...(?:[^aeiouvc]|ic))is(?=(?:e[drs]?|ers|ing|able|ements?|ations?|ational)$)/u, 'iz'],
  [/(?<=aly)s(?=(?:e[drs]?|ers|ing)$)/u, 'z'], // analyse
  [/(?<=...)our(?=(?:s|ed|ing|ers?|able|al|hoods?|ites?)?$)/u, 'or'], // labour
  [/(?<=..[tb])re(?=s?$)/u, 'er'], // centre
  [/(?<=gram)me(?=s?$)/u, ''], // programme
  [/(?<=dg)e(?=ments?$)/u, ''], // judgement
  [/(?<=..og)ue(?=s?$)/u, ''], // dialogue
  [/(?<=^(?:def|off|lic|pret))ence(?=s?$)/u, 'ense'],
  [/(?<=...)ifications?$/u, 'ify'], // identification and identify
  [/mens?$/u, 'man'], // women
  [/(?<=child)ren$/u, ''],
]

/** An English word in its American spelling, men and children as one, identification as what is done. */
export function americanized(word: string): string {
  return rewrite(word, britishWords)
}

/** An English stem of two letters gets its -e back: used and using are use, and not the US; dies is die. */
export function longEnough(stem: string, word: string): string {
  return stem.length === 2 && word.length > 2 ? `${stem}e` : stem
}
