/** Texts unit by unit: which characters are letters, without a Unicode regular expression for every character of a corpus. */

/** Below this stand the letters of Latin scripts, each one UTF-16 unit. */
const latin = 0x250

function classOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: latin }, (_, unit) =>
    pattern.test(String.fromCharCode(unit)) ? 1 : 0,
  )
}

const letters = classOf(/\p{L}/u)
const latinOnly = /^[^\u0250-\u200f\u2060-\uffff]*$/

/** Whether a text holds Latin letters and punctuation only: for such texts the tests below are exact. */
export function isLatin(text: string): boolean {
  return latinOnly.test(text)
}

/** \p{L} (and \p{M}: no mark stands by itself there), for a UTF-16 unit of a text that `isLatin`. */
export function isLatinLetter(unit: number): boolean {
  return unit < latin && letters[unit] === 1
}

/** The runs of letters in a text, in order: `text.match(/\p{L}+/gu)`. */
export function letterRuns(text: string): readonly string[] {
  if (!isLatin(text)) return text.match(/\p{L}+/gu) ?? []
  const runs: string[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const inside = at < text.length && isLatinLetter(text.charCodeAt(at))
    if (inside && start < 0) start = at
    else if (!inside && start >= 0) {
      runs.push(text.slice(start, at))
      start = -1
    }
  }
  return runs
}

/** Texts up to so many units are read in one array that stays; a longer one gets its own. */
const ROOM = 1 << 20
const room = new Uint16Array(ROOM + 2)

/**
 * The UTF-16 units of a text, for loops that look at each: a string is asked three times as long. Behind the text stand
 * two zeros. Valid until the next call.
 */
export function unitsOf(text: string): Uint16Array {
  const units = text.length <= ROOM ? room : new Uint16Array(text.length + 2)
  Buffer.from(units.buffer, 0, 2 * text.length).write(text, 'utf16le')
  units.fill(0, text.length, text.length + 2)
  return units
}
