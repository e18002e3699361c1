/** Bytes → text: UTF-8, UTF-16 with and without a byte order mark, older encodings. Line ends become '\n'. */
import { decodeDos, guessOld } from './old-encodings.ts'

export interface Decoded {
  /** Offsets anywhere in Pasaje are into this. */
  readonly text: string
  /** As the Encoding Standard names it. */
  readonly encoding: string
  /** One line for people where something had to be dropped or guessed, else null. */
  readonly complaint: string | null
}

/**
 * Decodes text; null where the bytes are no text in any encoding known here. What the file itself says its charset is
 * counts only where the bytes are not UTF-8: old pages say many things.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded | null {
  const encoding = encodingOf(bytes)
  if (!encoding) return null
  const utf8 = encoding === 'utf-8' ? decodeStrictly(bytes) : null
  const actual = utf8 === null && encoding === 'utf-8' ? legacyOf(declared, bytes) : encoding
  const raw = utf8 ?? decodeAs(actual, bytes)
  // '\r\r\n' is what a file converted twice has; '\r\r' alone is a blank line of an old Mac.
  const lines = raw.includes('\r') ? raw.replace(/\r?\r\n|\r/g, '\n') : raw
  const nuls = lines.includes('\0') ? lines.split('\0').length - 1 : 0
  return {
    text: nuls > 0 ? lines.replaceAll('\0', '') : lines,
    encoding: actual,
    complaint: nuls > 0 ? `${nuls} NUL characters were left out` : null,
  }
}

/** 0x80 to 0x9f of Windows-1252; five of them stand for nothing and stay as they are. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Decodes by the name of the encoding; Node 20's own windows-1252 leaves quotation marks and dashes as controls. */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (encoding === 'ibm850') return decodeDos(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80]!)
    : text
}

/** The text where the bytes are UTF-8 throughout, else null. */
function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Windows-1252 is what Latin-1 is in practice; others must be asked for by name, or show by their Spanish. */
function legacyOf(declared: string | undefined, bytes: Uint8Array): string {
  if (declared === undefined || /^(?:utf|unicode)/i.test(declared)) return guessOld(bytes)
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'windows-1252'
  }
}

/** UTF-16 by its mark or its NULs, null for what is no text, 'utf-8' for what may be. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 64 << 10)
  const wide = wideOf(sample)
  if (wide) return wide
  return isBinary(sample) ? null : 'utf-8'
}

/** UTF-16 without a mark: in Western text nearly every second byte is NUL, and nearly none of the others. */
function wideOf(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4 || !sample.includes(0)) return null
  const nuls = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nuls[i % 2]!++
  const half = sample.length / 2
  const [even, odd] = [nuls[0]! / half, nuls[1]! / half]
  if (odd > 0.7 && even < 0.1) return 'utf-16le'
  if (even > 0.7 && odd < 0.1) return 'utf-16be'
  return null
}

/** Control characters that no text has; stray NULs are what broken copies bring, and weigh less. */
function isBinary(sample: Uint8Array): boolean {
  let [controls, nuls] = [0, 0]
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!
    if (byte >= 32) continue
    if (byte === 0) nuls++
    else if (byte < 9 || (byte > 13 && byte !== 27)) controls++
  }
  return controls > 0.02 * sample.length || nuls > 0.1 * sample.length
}
