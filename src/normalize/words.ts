/** Words of a printed text: runs of letters, marks and digits with their place, and what their neighbourhood is. */

export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case without accents: what remains of a word when its reader knows no accents. */
  readonly skeleton: string
}

/** 1 for the letters and digits below U+0250; the rest is asked of the regular expression. */
const inWord = new Uint8Array(0x250)
for (let unit = 0; unit < inWord.length; unit++)
  inWord[unit] = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0
const wordCharacter = /[\p{L}\p{M}\p{N}]/u

/** Length in UTF-16 units of the word character at an offset; 0 where there is none. */
function wordUnits(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < inWord.length) return inWord[unit]!
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return wordCharacter.test(character) ? character.length : 0
}

/**
 * An opening bracket with nothing to open is a letter misread: 'el Per(, que'. A real one has its words right behind it:
 * 'Perú (Nivel 2)', 'f(x)', 'Comité(s)'.
 */
function isMisreadBracket(text: string, at: number): boolean {
  if (at >= text.length || text.charCodeAt(at) !== 40) return false
  return at + 1 === text.length || /[\s,;.:]/.test(text[at + 1]!)
}

/** All words of a text, ascending. */
export function findWords(text: string): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length;) {
    const start = at
    for (let units = wordUnits(text, at); units > 0;) {
      at += units
      units = at < text.length ? wordUnits(text, at) : 0
    }
    if (at === start) at += 1
    else {
      if (isMisreadBracket(text, at)) at += 1
      const word = text.slice(start, at)
      words.push(makeWord(start, at, word, skeletonOf(word)))
    }
  }
  return words
}

/** Words are made in one place, so that all are of one shape to the engine: it compiles what reads them once. */
const makeWord = (start: number, end: number, text: string, skeleton: string): Word => ({
  start,
  end,
  text,
  skeleton,
})

/** A word taken for another of this skeleton. */
export const withSkeleton = ({ start, end, text }: Word, skeleton: string): Word =>
  makeWord(start, end, text, skeleton)

const accented: Readonly<Record<string, string>> = {
  á: 'a',
  é: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ü: 'u',
  ñ: 'n',
}

const hasAccent = /[áéíóúüñ]/

/** Skeletons of the words met lately: running text repeats itself. */
const skeletons = new Map<string, string>()
const MOST_REMEMBERED = 50_000

/** Lower case, Spanish accents and tilde dropped: 'Nación' → 'nacion'. */
export function skeletonOf(word: string): string {
  let skeleton = skeletons.get(word)
  if (skeleton === undefined) {
    const lower = word.toLowerCase()
    skeleton = hasAccent.test(lower) ? lower.replaceAll(/[áéíóúüñ]/g, (c) => accented[c]!) : lower
    if (skeletons.size >= MOST_REMEMBERED) skeletons.clear()
    skeletons.set(word, skeleton)
  }
  return skeleton
}

/**
 * Whether a word stands in something that is not prose: an address, a path, a file name, an identifier, a line of code.
 *
 *     'www.gob.pe/informacion', 'ana@mail.pe', 'nombre_campo', 'let ninos = 0; // {}'  →  true
 *     'y/o', 'hombres/mujeres', 'fin.'                                                  →  false
 */
export function isInsideCode(text: string, word: Word): boolean {
  let start = word.start
  let end = word.end
  while (start > 0 && text.charCodeAt(start - 1) > 32 && word.start - start < 80) start--
  while (end < text.length && text.charCodeAt(end) > 32 && end - word.end < 80) end++
  if (start !== word.start || end !== word.end)
    if (notProse.test(text.slice(start, end)) || isIdentifier(text, word, { start, end }))
      return true
  return isCodeLine(text, word)
}

/** Letters joined to figures: 'EI-204', 'N°008-2019-DE/SG'. What is joined by a dash or slash to words only is prose. */
function isIdentifier(text: string, word: Word, chunk: { start: number; end: number }): boolean {
  const before = text.slice(chunk.start, word.start)
  const after = text.slice(word.end, chunk.end)
  return /\d[^\s]*[-/.°º]$/.test(before) || /^[-/.°º][^\s]*\d/.test(after)
}

const notProse =
  /[@_\\{}<>=|#$]|:\/\/|--|\bwww|\p{L}\.\p{Ll}+[./]|\p{L}\.(?:com|org|net|edu|gob|gov|int|info|pdf|html?|php|txt|docx?|xlsx?|json|png|jpe?g|tiff?|mjs|[a-z]{2})\b(?!\.\s)|\p{L}\(\)|\/\p{L}+\/|\p{Ll}\p{Lu}\p{Ll}.*\(/u

/** Characters to either side of a word, within its line, that tell prose from code. */
const CODE_REACH = 70
const codeSign =
  /^\s*(?:git|npm|ssh|curl|grep|node|const|let|import|export|return|SELECT)\b|\s--?\w+\s|[{}<>=\\_$`~^]|&&|\|\||\w\((?![\s,;.:])|\/\//gm

function isCodeLine(text: string, word: Word): boolean {
  const before = text.slice(Math.max(0, word.start - CODE_REACH), word.start)
  const after = text.slice(word.end, word.end + CODE_REACH)
  const line = `${before.slice(before.lastIndexOf('\n') + 1)}a${after.split('\n', 1)[0]}`
  return (line.match(codeSign)?.length ?? 0) >= 3
}
